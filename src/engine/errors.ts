import { defineTexts } from "../i18n/message";

/** Why a backend cannot be had, and what a device says that fails. */
export const texts = defineTexts("errors.engine", {
  backends: { webgpu: "WebGPU", webgl: "WebGL", wasm: "WebAssembly", cpu: "The CPU backend" },
  refusals: "{first} {other}",
  nothing: "There is no backend.",
  onlySoftware: "{backend} is only offered by software ({adapter}), which is slower.",
  notStarted: "{backend} did not start.",
  startFailed: "{backend} did not start: {reason}",
  noWebGpu: "WebGPU is not offered here: it needs a recent browser and a secure (https) page.",
  noAdapter: "WebGPU found no graphics adapter that it may use.",
  noWebGl: "WebGL 2 is not offered here.",
  noFloats: "WebGL on this device cannot write 32-bit floats, which the losses need.",
  noWasm: "WebAssembly is not offered here.",
  workRefused: "The graphics device refused some work: {reason}",
  outOfMemory:
    "The graphics device has no memory left: take a smaller batch, fewer seeds or arms, or a smaller encoder. It said: {reason}",
  deviceLost: "The graphics device was lost: {reason}",
  lostTooOften: "{backend} has lost its device.",
  largeBatch:
    "A batch of {batchSize} samples cannot be drawn from a data set of {count}: choose a batch size of at most {count}.",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.engine": typeof texts;
  }
}
