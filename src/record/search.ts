/** Places in what ascends, found by halving. */

/** The first place from `from` on that has a property which all later ones have as well; `to` where none before it has. */
export function firstPlace(from: number, to: number, has: (place: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (has(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
