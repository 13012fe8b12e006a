/** Metrics of one learner at the steps of `step`; null where one was not measured. */
export type Curves = Record<string, (number | null)[]>;

/** Most steps of a dense curve, and digits of its values: a whole sweep has to be kept in the browser. */
const MOST = 32;
const DIGITS = 5;

/**
 * Curves at fewer steps, evenly spaced up to the last one. Metrics that were measured seldom keep all their values.
 * @param series with its steps ascending
 */
export function thinned({ step = [], ...metrics }: Curves): Curves {
  const stride = Math.ceil(step.length / MOST);
  const seldom = Object.values(metrics).filter((values) => values.filter(isNumber).length <= MOST);
  const kept = [...step.keys()].filter(
    (i) => (step.length - 1 - i) % stride === 0 || seldom.some((values) => isNumber(values[i])),
  );
  const shorter = Object.entries(metrics).map(([name, values]) => [name, kept.map((i) => rounded(values[i] ?? null))]);
  return { ...Object.fromEntries(shorter), step: kept.map((i) => step[i] as number) };
}

function isNumber(value: number | null | undefined): boolean {
  return typeof value === "number";
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(DIGITS));
}
