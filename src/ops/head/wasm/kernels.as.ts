/** All kernels of the head. */
export * from "../../../metrics/wasm/measures.as";
export * from "./classes.as";
export * from "./concentrated.as";
export * from "./gradient.as";
export * from "./pairs.as";
export * from "./queue.as";
export * from "./rowGradient.as";
export * from "./rows.as";
export * from "./standardized.as";
export * from "./statistics.as";
export * from "./together.as";
