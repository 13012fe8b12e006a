import { ortContender } from "../contenders/ort";

window.contender = ortContender();
