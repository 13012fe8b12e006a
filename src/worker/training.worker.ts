import * as Comlink from "comlink";
import { TrainingHost } from "./trainingHost";
import { WASM_PATHS } from "./wasmPaths";

/** The module worker in which everything is trained. */
Comlink.expose(new TrainingHost(WASM_PATHS));
