import { tfjsContender } from "../contenders/tfjs";

window.contender = tfjsContender();
