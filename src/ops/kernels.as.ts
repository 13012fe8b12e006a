/** All WebAssembly kernels: one line for each file that has some. Built by scripts/kernels.ts. */
export * from "../augmentations/index.as";
export * from "../engine/wasm/batchOrder.as";
export * from "../engine/wasm/inPlace.as";
export * from "./augment/wasm.as";
export * from "./conv/wasm.as";
export * from "./dense/wasm.as";
export * from "./matchNorms/wasm.as";
export * from "./norm/wasm.as";
export * from "./optimizer/wasm.as";
export * from "./pool/wasm.as";
export * from "./residual/wasm.as";
export * from "./runningStatistics/wasm.as";
