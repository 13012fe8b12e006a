/**
 * The product by itself has a TensorFlow.js form on every backend; the fused form stands inside other operations, which
 * bring their bias, activation or row sums.
 */
export { dispatchProduct } from "./fused";
export { stackedMatMul } from "./reference";
