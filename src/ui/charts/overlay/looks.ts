import type { ArmLook } from "../../../config/arms";

/**
 * How the curves of several runs are told apart: each has its number at the ends of its curves, stands out while its name or one of
 * its curves is pointed at, and has a look of its own. Colored by arm, blue is InfoNCE in every run, and a run is a dash and a shade;
 * colored by run, as other dashboards do it, a run is a color, and an arm keeps its dash.
 */

export const RUN_COLORINGS = ["arm", "run"] as const;
export type RunColoring = (typeof RUN_COLORINGS)[number];

/** A run among those that are drawn. */
interface Placed {
  place: number;
  isGhost: boolean;
  coloring: RunColoring;
  dark: boolean;
}

/**
 * A color for each of ten runs, as pairs for a light and a dark page: as far from each other and from InfoNCE's blue and FlatNCE's
 * vermilion as ten can be, for readers of full color vision and of none of its three kinds of blindness alone
 * (test/ui/charts/looks.test.ts measures it), each with a contrast of 3 to the page at least.
 */
export const RUN_COLORS: readonly { light: string; dark: string }[] = [
  { light: "#2da2bb", dark: "#a9eafb" },
  { light: "#53360c", dark: "#aa7323" },
  { light: "#6c0e4a", dark: "#cf3e95" },
  { light: "#9e9262", dark: "#eedf9f" },
  { light: "#0328a0", dark: "#4176f4" },
  { light: "#954d74", dark: "#db9bbb" },
  { light: "#646e46", dark: "#a9ba78" },
  { light: "#7f63ee", dark: "#c7c4f9" },
  { light: "#96163a", dark: "#f75978" },
  { light: "#452f67", dark: "#8c6dc1" },
];

/** The run before is a shadow of the one that is shown. */
const GHOST = { light: "#8a8a8a", dark: "#8a8a8a", dash: "1 3", share: 0.55 };
/** So is what came with the link, which both may be behind. */
const REFERENCE_DASH = "6 3 1 3";

/** Dashes of the runs; those after the last begin anew in another shade. */
const DASHES: readonly string[] = ["", "8 4", "2 3", "9 3 2 3", "16 5"];

/** `--surface` and `--ink` of either theme, which colors are mixed with. */
export const PAPER = { light: "#ffffff", dark: "#1a1d21" };
const INK = { light: "#16191d", dark: "#f4f5f6" };
/** Shares of an arm's color: towards the page, and away from it. */
const SHADES = [
  { ground: PAPER, share: 0.88 },
  { ground: INK, share: 0.6 },
] as const;

/** The look of an arm in a run behind the one that is shown. */
export function runLook(look: ArmLook, { place, isGhost, coloring, dark }: Placed): ArmLook {
  const theme = dark ? "dark" : "light";
  if (coloring === "run")
    return { ...look, color: isGhost ? GHOST[theme] : (RUN_COLORS[place % RUN_COLORS.length] as typeof PAPER)[theme] };
  if (isGhost) return { ...look, color: mixed(look.color, PAPER[theme], GHOST.share), dash: GHOST.dash };
  const { ground, share } = SHADES[Math.floor(place / DASHES.length) % SHADES.length] as (typeof SHADES)[number];
  return { ...look, color: mixed(look.color, ground[theme], share), dash: DASHES[place % DASHES.length] as string };
}

/** The look of an arm of what came with the link. */
export function referenceLook(look: ArmLook, { coloring, dark }: Pick<Placed, "coloring" | "dark">): ArmLook {
  return { ...runLook(look, { place: 0, isGhost: true, coloring, dark }), dash: REFERENCE_DASH };
}

/**
 * A color on a ground.
 * @param color, ground as `#rrggbb`
 * @param share of the color, 0 to 1
 */
export function mixed(color: string, ground: string, share: number): string {
  const [ink, paper] = [channels(color), channels(ground)];
  if (!ink || !paper) return color;
  const mix = ink.map((value, i) => Math.round(share * value + (1 - share) * (paper[i] as number)));
  return `#${mix.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(color: string): number[] | null {
  const match = /^#(..)(..)(..)$/.exec(color);
  return match ? match.slice(1).map((hex) => Number.parseInt(hex, 16)) : null;
}
