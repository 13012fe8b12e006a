import { byteNormal, hash, PURPOSE } from "../../src/engine/random";

/** Plain float64 loops over stacked learners: what the kernels are held to. */

/** A tensor as plain numbers, row-major. */
export interface Plain {
  shape: number[];
  values: Float64Array;
}

/** Values that float32 holds exactly, so that kernel and reference start from the same numbers. */
export function plainRandom(shape: number[], seed: number): Plain {
  const size = shape.reduce((product, length) => product * length, 1);
  const draw = (sample: number) => byteNormal(hash({ seed, step: 0, sample, purpose: PURPOSE.dataset }));
  return { shape, values: Float64Array.from({ length: size }, (_, i) => Math.fround(draw(i))) };
}

export function plainZeros(shape: number[]): Plain {
  return { shape, values: new Float64Array(shape.reduce((product, length) => product * length, 1)) };
}

/** Row-major offset. */
function offset(shape: number[], index: number[]): number {
  return index.reduce((sum, i, axis) => sum * shape[axis]! + i, 0);
}

/** op(a[l mod .]) op(b[l mod .]) for every learner. */
export function plainMatMul(a: Plain, b: Plain, transposeA = false, transposeB = false): Plain {
  const learners = Math.max(a.shape[0]!, b.shape[0]!);
  const [n, inner] = transposeA ? [a.shape[2]!, a.shape[1]!] : [a.shape[1]!, a.shape[2]!];
  const m = transposeB ? b.shape[1]! : b.shape[2]!;
  const at = (x: Plain, l: number, i: number, j: number, transpose: boolean) =>
    x.values[offset(x.shape, transpose ? [l % x.shape[0]!, j, i] : [l % x.shape[0]!, i, j])]!;
  const y = plainZeros([learners, n, m]);
  for (let l = 0; l < learners; l++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < m; j++)
        for (let k = 0; k < inner; k++)
          y.values[offset(y.shape, [l, i, j])]! += at(a, l, i, k, transposeA) * at(b, l, k, j, transposeB);
  return y;
}

/** Convolution padded by (kernel - 1) / 2, and its gradients for an output gradient dz. */
export function plainConvolution(
  x: Plain,
  w: Plain,
  dz: Plain,
  { kernel, stride }: { kernel: number; stride: number },
): { z: Plain; dw: Plain; dx: Plain } {
  const [slices, samples, height, width, channels] = x.shape as [number, number, number, number, number];
  const [learners, , outChannels] = w.shape as [number, number, number];
  const [rows, columns] = [Math.ceil(height / stride), Math.ceil(width / stride)];
  const padding = (kernel - 1) / 2;
  const [z, dw, dx] = [
    plainZeros([learners, samples, rows, columns, outChannels]),
    plainZeros(w.shape),
    plainZeros(x.shape),
  ];
  forEachIndex(
    [learners, samples, rows, columns, outChannels, kernel, kernel, channels],
    ([l, n, i, j, o, ky, kx, c]) => {
      const [row, column] = [stride * i! + ky! - padding, stride * j! + kx! - padding];
      if (row < 0 || row >= height || column < 0 || column >= width) return;
      const atX = offset(x.shape, [l! % slices, n!, row, column, c!]);
      const atW = offset(w.shape, [l!, (ky! * kernel + kx!) * channels + c!, o!]);
      const atZ = offset(z.shape, [l!, n!, i!, j!, o!]);
      z.values[atZ]! += x.values[atX]! * w.values[atW]!;
      dw.values[atW]! += x.values[atX]! * dz.values[atZ]!;
      dx.values[atX]! += w.values[atW]! * dz.values[atZ]!;
    },
  );
  return { z, dw, dx };
}

function forEachIndex(shape: number[], visit: (index: number[]) => void, index: number[] = []): void {
  if (index.length === shape.length) {
    visit(index);
    return;
  }
  for (let i = 0; i < shape[index.length]!; i++) forEachIndex(shape, visit, [...index, i]);
}

/** z + b for b [L, 1, O] and z [L, ..., O]. */
export function plainAddBias(z: Plain, b: Plain): Plain {
  const outputs = b.shape[2]!;
  const perLearner = z.values.length / b.shape[0]!;
  const biasOf = (i: number) => Math.floor(i / perLearner) * outputs + (i % outputs);
  return { shape: z.shape, values: z.values.map((value, i) => value + b.values[biasOf(i)]!) };
}

/** relu(z + b); the gradient mask is 1 where the value is positive. */
export function plainRelu(z: Plain, b: Plain): { y: Plain; mask: Plain } {
  const y = { shape: z.shape, values: plainAddBias(z, b).values.map((value) => Math.max(0, value)) };
  return { y, mask: { shape: z.shape, values: y.values.map((value) => (value > 0 ? 1 : 0)) } };
}

export function plainMultiply(a: Plain, b: Plain): Plain {
  return { shape: a.shape, values: a.values.map((value, i) => value * b.values[i]!) };
}

/** dz [L, ..., O] summed over all but learner and output: [L, 1, O]. */
export function plainBiasGradient(dz: Plain): Plain {
  const [learners, outputs] = [dz.shape[0]!, dz.shape.at(-1)!];
  const db = plainZeros([learners, 1, outputs]);
  const perLearner = dz.values.length / learners;
  dz.values.forEach((value, i) => {
    db.values[Math.floor(i / perLearner) * outputs + (i % outputs)]! += value;
  });
  return db;
}
