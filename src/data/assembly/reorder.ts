/**
 * Brings rows into another order where they lie, so that a large data set is not there twice.
 *
 * @param rows [n, size], overwritten
 * @param order a permutation of 0 .. n - 1: row i becomes the one that stood at order[i]
 */
export function reorderRows(rows: Uint8Array, size: number, order: Int32Array): void {
  const row = (index: number) => rows.subarray(index * size, (index + 1) * size);
  const isDone = new Uint8Array(order.length);
  for (let start = 0; start < order.length; start++) {
    if (isDone[start]) continue;
    const first = row(start).slice();
    let place = start;
    // Each place of the cycle takes the row of the next one; the last takes the first.
    for (let from = order[place]!; from !== start; from = order[place]!) {
      row(place).set(row(from));
      isDone[place] = 1;
      place = from;
    }
    row(place).set(first);
    isDone[place] = 1;
  }
}
