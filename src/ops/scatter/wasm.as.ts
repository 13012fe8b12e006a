/** target[places[i]] = values[i], in AssemblyScript. */
export function scatter(places: usize, values: usize, target: usize, count: i32): void {
  for (let i = 0; i < count; i++, places += 4, values += 4)
    store<f32>(target + ((<usize>load<i32>(places)) << 2), load<f32>(values));
}
