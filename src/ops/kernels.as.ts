/** All WebAssembly kernels: one line for each file that has some. Built by scripts/kernels.ts. */
export * from "../augmentations/index.as";
export * from "../engine/wasm/batchOrder.as";
export * from "../engine/wasm/inPlace.as";
export * from "./augment/wasm.as";
export * from "./dense/wasm.as";
export * from "./head/wasm/kernels.as";
export * from "./matchNorms/wasm.as";
export * from "./moments/wasm.as";
export * from "./movingAverage/wasm.as";
export * from "./optimizer/wasm.as";
export * from "./queue/wasm.as";
export * from "./scatter/wasm.as";
export * from "./temperature/wasm.as";
export * from "./updateSize/wasm.as";
