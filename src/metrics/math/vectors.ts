/** Plain float64 helpers over row-major matrices, for measurements on the CPU. */

/** Inner product of a[offsetA...] and b[offsetB...]; four sums at once, since one would wait for itself. */
export function dot(a: Float64Array, offsetA: number, b: Float64Array, offsetB: number, length: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const whole = length - (length % 4);
  for (let i = 0; i < whole; i += 4) {
    s0 += (a[offsetA + i] as number) * (b[offsetB + i] as number);
    s1 += (a[offsetA + i + 1] as number) * (b[offsetB + i + 1] as number);
    s2 += (a[offsetA + i + 2] as number) * (b[offsetB + i + 2] as number);
    s3 += (a[offsetA + i + 3] as number) * (b[offsetB + i + 3] as number);
  }
  for (let i = whole; i < length; i++) s0 += (a[offsetA + i] as number) * (b[offsetB + i] as number);
  return s0 + s1 + s2 + s3;
}

export function allFinite(values: Float32Array): boolean {
  return values.every(Number.isFinite);
}

/** Rows [n, size] turned into columns [size, n], less `shift` and times `scale` of their column where given. */
export function toColumns(
  rows: Float32Array,
  size: number,
  shift?: ArrayLike<number>,
  scale?: ArrayLike<number>,
): Float64Array {
  const count = rows.length / size;
  const columns = new Float64Array(rows.length);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < size; i++) {
      columns[i * count + row] = ((rows[row * size + i] as number) - (shift?.[i] ?? 0)) * (scale?.[i] ?? 1);
    }
  }
  return columns;
}

/** Products of all columns [size, count] with each other, a symmetric [size][size]. */
export function gramOfColumns(columns: Float64Array, size: number): Float64Array[] {
  const count = columns.length / size;
  const gram = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = dot(columns, i * count, columns, j * count, count);
      (gram[i] as Float64Array)[j] = value;
      (gram[j] as Float64Array)[i] = value;
    }
  }
  return gram;
}

/** Mean of every column of rows [n, size]. */
export function columnMeans(rows: Float32Array, size: number): Float64Array {
  const means = new Float64Array(size);
  for (let i = 0; i < rows.length; i++) means[i % size] = (means[i % size] as number) + (rows[i] as number);
  return means.map((sum) => (sum * size) / rows.length);
}
