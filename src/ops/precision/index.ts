/** Tensors are rounded by the reference on every backend; the fused form is WGSL inside the programs that round. */
export { precisionNumber, roundingWgsl } from "./fused";
export { rounding } from "./reference";
