import { jaxContender } from "../contenders/jax";

window.contender = jaxContender();
