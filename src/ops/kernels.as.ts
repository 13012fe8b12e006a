/** All WebAssembly kernels: one line for each file that has some. Built by scripts/kernels.ts. */
export * from "../engine/wasm/inPlace.as";
export * from "./dense/wasm.as";
export * from "./matchNorms/wasm.as";
export * from "./optimizer/wasm.as";
