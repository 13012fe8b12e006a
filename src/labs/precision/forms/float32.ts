import type { Logits } from "./types";

/** Steps in float32 on the CPU, each rounded once and correctly. */

export const round = Math.fround;

export function exp(x: number): number {
  return round(Math.exp(x));
}

export function sum(values: number[]): number {
  return values.reduce((total, x) => round(total + x), 0);
}

/** log xi and the negatives' shares of xi, from the contrasts s_in - s_ip. */
export function softmaxOfContrasts({ positive, negatives }: Logits): { logXi: number; weights: number[] } {
  const differences = negatives.map((s) => round(s - positive));
  const largest = Math.max(...differences);
  const terms = differences.map((d) => exp(round(d - largest)));
  const total = sum(terms);
  return { logXi: round(largest + round(Math.log(total))), weights: terms.map((term) => round(term / total)) };
}
