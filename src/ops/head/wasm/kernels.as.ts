/** All kernels of the head. */
export * from "../../../metrics/wasm/measures.as";
export * from "./concentrated.as";
export * from "./gradient.as";
export * from "./pairs.as";
export * from "./rowGradient.as";
export * from "./rows.as";
export * from "./statistics.as";
export * from "./together.as";
