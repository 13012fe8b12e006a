import * as Comlink from "comlink";
import { cacheStore } from "../data/download/store";
import { decodeOnCanvas } from "../data/readers/images/canvasDecoder";
import { throwSaid } from "./thrown";
import { TrainingHost } from "./trainingHost";
import { WASM_PATHS } from "./wasmPaths";

throwSaid();

/** The module worker in which everything is trained. */
Comlink.expose(
  new TrainingHost(WASM_PATHS, {
    decodeImage: decodeOnCanvas,
    // Only secure addresses have a cache.
    store: "caches" in globalThis ? cacheStore(caches) : undefined,
  }),
);
