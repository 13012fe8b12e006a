import { packColumns, packRows, PLAIN, product, RELU } from "../matMul/wasm.as";

/**
 * The three products of a dense layer, all learners in one call each, in AssemblyScript. As fused.ts has them in WGSL. A call works out
 * the panels of 8 columns from `first` to before `end`, apart from which other threads may work out others.
 */

/**
 * y = activation(x w + b): x [slices, N, I], w [L, I, O], b [L, O] or none, y [L, N, O].
 * @param packed scratch of packedSize(I, O)
 */
export function denseForward(
  x: usize,
  w: usize,
  b: usize,
  y: usize,
  packed: usize,
  slices: i32,
  learners: i32,
  samples: i32,
  inputs: i32,
  outputs: i32,
  rectifies: i32,
  first: i32,
  end: i32,
): void {
  const row = (<usize>inputs) << 2;
  const out = (<usize>outputs) << 2;
  const columns = columnsOf(first, end, outputs);
  const shift = (<usize>first) << 5;
  packed += shift * <usize>inputs;
  for (let l = 0; l < learners; l++) {
    packRows(w + <usize>(l * inputs) * out + shift, packed, inputs, columns, out);
    const from = x + <usize>((l % slices) * samples) * row;
    const bias = b ? b + <usize>l * out + shift : 0;
    const mode = rectifies ? RELU : PLAIN;
    product(from, packed, bias, y + <usize>(l * samples) * out + shift, samples, inputs, columns, row, 4, out, mode);
  }
}

/**
 * dw = x^T dz [L, I, O], db = sum over the samples of dz [L, O] where there is a bias.
 * @param packed scratch of packedSize(N, O)
 */
export function denseParameterGradients(
  x: usize,
  dz: usize,
  dw: usize,
  db: usize,
  packed: usize,
  slices: i32,
  learners: i32,
  samples: i32,
  inputs: i32,
  outputs: i32,
  first: i32,
  end: i32,
): void {
  const row = (<usize>inputs) << 2;
  const out = (<usize>outputs) << 2;
  const columns = columnsOf(first, end, outputs);
  const shift = (<usize>first) << 5;
  packed += shift * <usize>samples;
  for (let l = 0; l < learners; l++) {
    const own = dz + <usize>(l * samples) * out + shift;
    packRows(own, packed, samples, columns, out);
    const from = x + <usize>((l % slices) * samples) * row;
    product(from, packed, 0, dw + <usize>(l * inputs) * out + shift, inputs, samples, columns, 4, row, out, PLAIN);
    if (db) columnSums(own, db + <usize>l * out + shift, samples, columns, out);
  }
}

/**
 * dx = dz w^T, [L, N, I].
 * @param packed scratch of packedSize(O, I)
 */
export function denseInputGradient(
  w: usize,
  dz: usize,
  dx: usize,
  packed: usize,
  learners: i32,
  samples: i32,
  inputs: i32,
  outputs: i32,
  first: i32,
  end: i32,
): void {
  const row = (<usize>inputs) << 2;
  const out = (<usize>outputs) << 2;
  const columns = columnsOf(first, end, inputs);
  const shift = (<usize>first) << 5;
  packed += shift * <usize>outputs;
  for (let l = 0; l < learners; l++) {
    packColumns(w + <usize>(l * inputs + 8 * first) * out, packed, outputs, columns, out);
    const from = dz + <usize>(l * samples) * out;
    product(from, packed, 0, dx + <usize>(l * samples) * row + shift, samples, outputs, columns, out, 4, row, PLAIN);
  }
}

/** Columns of the panels from `first` to before `end`, of `all`. */
@inline
function columnsOf(first: i32, end: i32, all: i32): i32 {
  return min(8 * end, all) - 8 * first;
}

/** Sums of the columns of x [rows, columns], whose rows lie `stride` bytes apart. */
function columnSums(x: usize, sums: usize, rows: i32, columns: i32, stride: usize): void {
  const whole = columns & ~3;
  for (let j = 0; j < whole; j += 4) {
    let at = x + ((<usize>j) << 2);
    let sum = f32x4.splat(0);
    for (let i = 0; i < rows; i++, at += stride) sum = f32x4.add(sum, v128.load(at));
    v128.store(sums + ((<usize>j) << 2), sum);
  }
  for (let j = whole; j < columns; j++) {
    let at = x + ((<usize>j) << 2);
    let sum: f32 = 0;
    for (let i = 0; i < rows; i++, at += stride) sum += load<f32>(at);
    store<f32>(sums + ((<usize>j) << 2), sum);
  }
}
