import { WASM_PATHS } from "../../../src/worker/wasmPaths";
import { tfjsContender } from "../contenders/tfjs";

window.contender = tfjsContender(WASM_PATHS);
