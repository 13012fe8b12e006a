import * as tf from "@tensorflow/tfjs";
import { assertStackable, joinLearners, sliceLearners, sumOverArms, tileLearners } from "../parts/shape";

/**
 * One matrix product per learner. TensorFlow.js does this in one dispatch, with two traps that this file keeps from
 * everyone else: on WASM a batch or a transposed operand falls off the XNNPACK path (17 times slower), and on WebGPU
 * the split-K program adds floats atomically, in an order that changes from run to run.
 */

/** `MatMulProgramType.MatMulPackedProgram` of the WebGPU backend, which does not export the enum. */
const WEBGPU_PACKED_PROGRAM = 3;
/** The WebGPU backend splits the inner dimension from this size on, and only for a batch of one. */
const WEBGPU_SPLIT_K_FROM = 2000;
/** What packing a number costs on WASM, in transpositions of a number. */
const PACKING_COST = 8;

/**
 * Product of stacked matrices, differentiable in both operands.
 * @param a [S or L, n, k] ([.., k, n] with transposeA); learner l reads slice l mod S
 * @param b [S or L, k, m] ([.., m, k] with transposeB)
 * @returns [L, n, m]; L is the larger of the leading sizes
 * @throws when neither leading size is a multiple of the other, or the inner sizes differ
 */
export function stackedMatMul(a: tf.Tensor3D, b: tf.Tensor3D, transposeA = false, transposeB = false): tf.Tensor3D {
  assertStackable("stackedMatMul", a.shape[0], b.shape[0]);
  const product = tf.customGrad((...args) => {
    const [a, b, save] = args as unknown as [tf.Tensor3D, tf.Tensor3D, tf.GradSaveFunc];
    save([a, b]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) =>
      operandGradients(dy as tf.Tensor3D, saved as [tf.Tensor3D, tf.Tensor3D], transposeA, transposeB);
    return { value: multiply(a, b, transposeA, transposeB), gradFunc };
  });
  return product(a, b) as tf.Tensor3D;
}

/** With y = op(a) op(b): da = dy op(b)^T and db = op(a)^T dy, transposed where the operand was. */
function operandGradients(
  dy: tf.Tensor3D,
  [a, b]: [tf.Tensor3D, tf.Tensor3D],
  transposeA: boolean,
  transposeB: boolean,
): tf.Tensor[] {
  const da = transposeA ? stackedMatMul(b, dy, transposeB, true) : stackedMatMul(dy, b, false, !transposeB);
  const db = transposeB ? stackedMatMul(dy, a, true, transposeA) : stackedMatMul(a, dy, !transposeA, false);
  return [sumOverArms(da, a.shape[0]), sumOverArms(db, b.shape[0])];
}

function multiply(a: tf.Tensor3D, b: tf.Tensor3D, transposeA: boolean, transposeB: boolean): tf.Tensor3D {
  if (tf.getBackend() === "wasm") return multiplySlices(a, b, transposeA, transposeB);
  const inner = transposeA ? a.shape[1] : a.shape[2];
  if (tf.getBackend() === "webgpu" && inner >= WEBGPU_SPLIT_K_FROM) {
    return withPackedProgram(() => multiplyBatch(a, b, transposeA, transposeB));
  }
  return multiplyBatch(a, b, transposeA, transposeB);
}

/** One 2-D product per learner, transposed beforehand: the XNNPACK path of the WASM backend. */
function multiplySlices(a: tf.Tensor3D, b: tf.Tensor3D, transposeA: boolean, transposeB: boolean): tf.Tensor3D {
  const swapped = isCheaperSwapped(a, b, transposeA, transposeB);
  const left = swapped ? matrices(b, !transposeB) : matrices(a, transposeA);
  const right = swapped ? matrices(a, !transposeA) : matrices(b, transposeB);
  const learners = Math.max(left.length, right.length);
  const products = Array.from({ length: learners }, (_, l) => {
    const product = tf.matMul(left[l % left.length]!, right[l % right.length]!);
    return swapped ? tf.transpose(product) : product;
  });
  return joinLearners(products) as tf.Tensor3D;
}

/**
 * XNNPACK packs its right operand anew in every product, which costs more than some products themselves. So large
 * weights go to the left, by a b = (b^T a^T)^T, where the transpositions cost less than the packing saved.
 */
function isCheaperSwapped(a: tf.Tensor3D, b: tf.Tensor3D, transposeA: boolean, transposeB: boolean): boolean {
  const size = (x: tf.Tensor3D) => x.shape[1] * x.shape[2];
  const rows = a.shape[transposeA ? 2 : 1];
  const columns = b.shape[transposeB ? 1 : 2];
  const transposed = (x: tf.Tensor3D, is: boolean) => (is ? size(x) : 0);
  const direct = transposed(a, transposeA) + transposed(b, transposeB) + PACKING_COST * size(b);
  const swapped = transposed(a, !transposeA) + transposed(b, !transposeB) + PACKING_COST * size(a) + rows * columns;
  return swapped < direct;
}

/** Slices of x [L, n, m] as matrices [n, m], or [m, n] where transposed. */
function matrices(x: tf.Tensor3D, transpose: boolean): tf.Tensor2D[] {
  const slices = sliceLearners(x);
  return (transpose ? slices.map((slice) => tf.transpose(slice)) : slices) as tf.Tensor2D[];
}

/**
 * All learners in one dispatch. Shared slices are not copied: the kernels of every backend index a shorter batch
 * modulo its size, and a leading axis of 1 for the arms lets the shapes pass the broadcasting check.
 */
function multiplyBatch(a: tf.Tensor3D, b: tf.Tensor3D, transposeA: boolean, transposeB: boolean): tf.Tensor3D {
  const learners = Math.max(a.shape[0], b.shape[0]);
  if (a.shape[0] === b.shape[0]) return tf.matMul(a, b, transposeA, transposeB);
  const rows = transposeA ? a.shape[2] : a.shape[1];
  const columns = transposeB ? b.shape[1] : b.shape[2];
  if (rows === 1 || columns === 1) {
    // WebGL turns products with a vector into multiply and sum, which does not broadcast modulo.
    return tf.matMul(tileLearners(a, learners), tileLearners(b, learners), transposeA, transposeB) as tf.Tensor3D;
  }
  const seeds = Math.min(a.shape[0], b.shape[0]);
  const product = tf.matMul(splitArms(a, seeds), splitArms(b, seeds), transposeA, transposeB);
  return product.reshape([learners, rows, columns]);
}

/** [A * S, n, m] as [A, S, n, m]. */
function splitArms(x: tf.Tensor3D, seeds: number): tf.Tensor4D {
  return x.reshape([x.shape[0] / seeds, seeds, x.shape[1], x.shape[2]]);
}

function withPackedProgram<T>(run: () => T): T {
  const flag = "WEBGPU_MATMUL_PROGRAM_TYPE";
  const before = tf.env().getNumber(flag);
  tf.env().set(flag, WEBGPU_PACKED_PROGRAM);
  try {
    return run();
  } finally {
    tf.env().set(flag, before);
  }
}
