import * as Comlink from "comlink";
import { browserCache } from "../data/download/store";
import { decodeOnCanvas } from "../data/readers/images/canvasDecoder";
import { throwSaid } from "./thrown";
import { TrainingHost } from "./trainingHost";
import { WASM_PATHS } from "./wasmPaths";

throwSaid();

/** The module worker in which everything is trained. */
Comlink.expose(
  new TrainingHost(WASM_PATHS, {
    decodeImage: decodeOnCanvas,
    store: browserCache(),
  }),
);
