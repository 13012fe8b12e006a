/** Which anchor a place in a picture means. */

export type Place = readonly [x: number, y: number];

/**
 * The anchor that some arm has nearest to a log xi; null where all are further away than `reach`.
 * @param ofArms log xi of every anchor, per arm
 */
export function nearestLogXi(ofArms: readonly (readonly number[])[], logXi: number, reach: number): number | null {
  const distances = (ofArms[0] ?? []).map((_, anchor) =>
    Math.min(...ofArms.map((values) => Math.abs((values[anchor] as number) - logXi))),
  );
  return nearest(distances, reach);
}

/** The anchors from the most solved to the most confused one. */
export function byLogXi(values: readonly number[]): number[] {
  return [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
}

/**
 * The samples that a matrix has room for: the first ones, and at the end those that have to be seen.
 * @param wanted null for none
 */
export function shownSamples(count: number, most: number, wanted: readonly (number | null)[]): number[] {
  const room = Math.min(count, most);
  const further = wanted.filter((sample): sample is number => sample !== null && sample >= room && sample < count);
  const extra = [...new Set(further)].slice(0, room);
  return [...Array.from({ length: room - extra.length }, (_, sample) => sample), ...extra];
}

function nearest(distances: readonly number[], reach: number): number | null {
  const least = Math.min(...distances);
  return distances.length > 0 && least <= reach ? distances.indexOf(least) : null;
}
