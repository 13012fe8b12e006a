/** The kernels of all augmentations: one line for each file that has some. */
export * from "./blur.as";
export * from "./color/hue.as";
export * from "./color/parts.as";
export * from "./color/stage.as";
export * from "./cutout.as";
export * from "./draws.as";
export * from "./noise.as";
export * from "./pose/crop.as";
export * from "./pose/rotation.as";
export * from "./pose/stage.as";
