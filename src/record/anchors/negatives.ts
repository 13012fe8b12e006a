import type { Pairing } from "../../objectives/contrasts";

/**
 * Which views of a batch an anchor is compared with, as objectives/contrasts.ts says it of tensors.
 * @param anchor a first view, 0 .. pairs - 1; the second views follow the first ones
 */
export function negativesOf(pairing: Pairing, anchor: number, pairs: number): number[] {
  const first = Array.from({ length: pairs }, (_, sample) => sample).filter((sample) => sample !== anchor);
  const second = first.map((sample) => sample + pairs);
  switch (pairing) {
    case "allViews":
      return [...first, ...second];
    case "sameView":
      return first;
    case "bothWays":
    case "oneWay":
      return second;
  }
}
