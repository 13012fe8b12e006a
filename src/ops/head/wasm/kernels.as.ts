/** All kernels of the head. */
export * from "../../../metrics/wasm/measures.as";
export * from "./arms.as";
export * from "./classes.as";
export * from "./gradient.as";
export * from "./queue.as";
export * from "./standardized.as";
export * from "./statistics.as";
