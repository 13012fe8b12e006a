/**
 * One-hot classes of both views of a batch, in AssemblyScript.
 * @param labels int32 [n]; `samples` int32 [S, B]
 * @param targets written, [S, 2B, C]
 */
export function oneHotTargets(labels: usize, samples: usize, targets: usize, slices: i32, batch: i32, classes: i32): void {
  const row = (<usize>classes) << 2;
  const half = <usize>batch * row;
  memory.fill(targets, 0, 2 * half * <usize>slices);
  for (let s = 0; s < slices; s++, targets += half)
    for (let i = 0; i < batch; i++, samples += 4, targets += row) {
      const label = load<i32>(labels + ((<usize>load<i32>(samples)) << 2));
      const at = targets + ((<usize>label) << 2);
      store<f32>(at, 1);
      store<f32>(at + half, 1);
    }
}
