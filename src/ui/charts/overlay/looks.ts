/**
 * How the curves of several runs are told apart. An arm keeps its color and its dash wherever it is drawn, so that blue is InfoNCE in
 * every run: ten colors for ten runs would be more than the eight that color-blind readers can tell apart, and would mean something
 * else than everywhere on the page. A run has its number on its curves, is paler the later it was selected, and stands out while
 * its name or one of its curves is pointed at.
 */

/** Share of an arm's color in the first and the last of the runs. */
const FIRST = 0.8;
const LAST = 0.6;
/** And in the ghost. */
const GHOST = 0.5;

/** Paler than the arm's own color, as far as a place among so many runs goes. */
export function paleness(place: number, runs: number, isGhost: boolean): number {
  if (isGhost) return GHOST;
  return runs > 1 ? FIRST + (LAST - FIRST) * (place / (runs - 1)) : FIRST;
}

/**
 * A color on paper.
 * @param color, paper as `#rrggbb`
 * @param share of the color, 0 to 1
 */
export function mixed(color: string, paper: string, share: number): string {
  const [ink, ground] = [channels(color), channels(paper)];
  if (!ink || !ground) return color;
  const mix = ink.map((value, i) => Math.round(share * value + (1 - share) * (ground[i] as number)));
  return `#${mix.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(color: string): number[] | null {
  const match = /^#(..)(..)(..)$/.exec(color);
  return match ? match.slice(1).map((hex) => Number.parseInt(hex, 16)) : null;
}
