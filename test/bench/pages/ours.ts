import { WASM_PATHS } from "../../../src/worker/wasmPaths";
import { oursContender } from "../contenders/ours";

window.contender = oursContender(WASM_PATHS);
