/** How a call of a kernel is divided between threads: over numbers that it works out one without the other, so that none is another. */

/** What a kernel that can be divided is called with beside its arguments; its last two are the units that it is to work out, first and end. */
export interface Division {
  units: number;
  /** Multiplications of the whole call. */
  work: number;
  /** Scratch of each share, in floats, whose addresses follow the tensors'; null for none. */
  scratch?: readonly (number | null)[];
}

/** Who divides calls. */
interface Dividing {
  threads: number;
  /** Multiplications below which a call is left to one thread. */
  leastWork: number;
}

/** The units of each share: [first, end], one after the other. */
export function rangesOf({ units, work }: Division, team: Dividing | null): [number, number][] {
  const count = !team || work < team.leastWork ? 1 : Math.max(1, Math.min(team.threads, units));
  const bound = (share: number) => Math.floor((share * units) / count);
  return Array.from({ length: count }, (_, share) => [bound(share), bound(share + 1)]);
}

/** Arguments of each share. */
interface Shared {
  ranges: readonly (readonly number[])[];
  /** Floats of the scratch that each has, in whole cache lines; its addresses are the last ones. */
  sizes: readonly (number | null)[];
  numbers: readonly number[];
}

/** @param addresses those of the first share */
export function argumentsOf(addresses: readonly number[], { ranges, sizes, numbers }: Shared): number[][] {
  const common = addresses.length - sizes.length;
  const own = (share: number) =>
    addresses.map((address, i) => (i < common ? address : address + 4 * share * (sizes[i - common] ?? 0)));
  return ranges.map((range, share) => [...own(share), ...numbers, ...range]);
}

/** Floats that fill cache lines: what two threads write lies apart. */
export function wholeLines(floats: number): number {
  return 16 * Math.ceil(floats / 16);
}
