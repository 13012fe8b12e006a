import * as Comlink from "comlink";
import { browserCache } from "../data/download/store";
import { decodeOnCanvas } from "../data/readers/images/canvasDecoder";
import { startPulse } from "./pulse";
import { throwSaid } from "./thrown";
import { TrainingHost } from "./trainingHost";
import { WASM_PATHS } from "./wasmPaths";

throwSaid();

/** The module worker in which everything is trained. */
const host = new TrainingHost(WASM_PATHS, {
  decodeImage: decodeOnCanvas,
  store: browserCache(),
  begun: () => beat(),
});
Comlink.expose(host);
const beat = startPulse({
  post: (message) => postMessage(message),
  locks: navigator.locks,
  answersSoon: () => host.answersSoon,
});
