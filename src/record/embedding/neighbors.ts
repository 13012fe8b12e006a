/** What lies near what, by the cosine that the learners compare by: not by places in a picture, which are a projection. */

/** Rows of unit length, [count, size]. */
interface Rows {
  embedding: Float32Array;
  size: number;
}

export interface Neighbor {
  sample: number;
  similarity: number;
}

/** The samples most similar to one, the most similar in front, without itself. */
export function nearestSamples({ embedding, size }: Rows, sample: number, count: number): Neighbor[] {
  const all = Array.from({ length: embedding.length / size }, (_, other): Neighbor => {
    let similarity = 0;
    for (let i = 0; i < size; i++)
      similarity += (embedding[sample * size + i] as number) * (embedding[other * size + i] as number);
    return { sample: other, similarity };
  });
  return all
    .filter((neighbor) => neighbor.sample !== sample)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, count);
}

/** Mean cosine of some samples with one another, and with all others; NaN where there are no such pairs. */
export function groupSimilarity(
  { embedding, size }: Rows,
  samples: readonly number[],
): { within: number; beyond: number } {
  const own = sumOfRows(embedding, size, samples);
  const all = sumOfRows(embedding, size, [...Array(embedding.length / size).keys()]);
  const n = samples.length;
  // A row with itself is 1, n times over.
  const within = (dot(own, own) - n) / (n * (n - 1));
  const beyond = (dot(own, all) - dot(own, own)) / (n * (embedding.length / size - n));
  return { within, beyond };
}

function sumOfRows(embedding: Float32Array, size: number, rows: readonly number[]): Float64Array {
  const sum = new Float64Array(size);
  for (const row of rows) for (let i = 0; i < size; i++) sum[i]! += embedding[row * size + i] as number;
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
}
