/** Running statistics in AssemblyScript, as reference.ts defines them. */

/**
 * running [L, 2, C] moves by `momentum` to the means over the rows of statistics [L, R, 2, C], the variances with Bessel's factor.
 * @param counts int32 of each learner, how many numbers its sets have
 */
export function updateRunning(
  statistics: usize,
  counts: usize,
  running: usize,
  learners: i32,
  rows: i32,
  channels: i32,
  momentum: f32,
): void {
  const size = 2 * channels;
  for (let l = 0; l < learners; l++, counts += 4, statistics += (<usize>(rows * size)) << 2) {
    const count = <f32>load<i32>(counts);
    const bessel = count / (count - 1);
    for (let i = 0; i < size; i++, running += 4) {
      let sum: f32 = 0;
      for (let r = 0; r < rows; r++) sum += load<f32>(statistics + ((<usize>(r * size + i)) << 2));
      const now = (sum / <f32>rows) * (i < channels ? 1 : bessel);
      store<f32>(running, (1 - momentum) * load<f32>(running) + momentum * now);
    }
  }
}
