import type { Activity } from "./activity";

/**
 * The icon of a tab: a ring that fills, with a sign in it where the run stands. Its colors are those of the page's own icon, which can
 * be seen on light and dark bars.
 */

const COLORS = { field: "#1b2127", rest: "#4a5560", done: "#f0802b", sign: "#ffffff" };
/** Of the ring's middle, in the 32 units of the icon. */
const RADIUS = 11;
const AROUND = 2 * Math.PI * RADIUS;
/** Steps in which the ring fills: more could not be told apart, and each is another picture for the browser to decode. */
const STEPS = 20;

const SIGNS: Record<Activity["phase"], string> = {
  running: "",
  paused: "M13 12V20M19 12V20",
  finished: "M11 16.5L15 20L21 12.5",
  failed: "M16 10.5V17M16 20.5V21",
};

/** As an address that an `<link rel="icon">` takes. */
export function iconOf({ phase, share }: Activity): string {
  const filled = (AROUND * Math.round(STEPS * share)) / STEPS;
  const ring = `fill="none" stroke-width="5" transform="rotate(-90 16 16)"`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="${COLORS.field}"/>`,
    `<circle cx="16" cy="16" r="${RADIUS}" ${ring} stroke="${COLORS.rest}"/>`,
    `<circle cx="16" cy="16" r="${RADIUS}" ${ring} stroke="${COLORS.done}" stroke-dasharray="${filled.toFixed(1)} 99"/>`,
    `<path d="${SIGNS[phase]}" fill="none" stroke="${COLORS.sign}" stroke-width="3" stroke-linecap="round"/></svg>`,
  ];
  return `data:image/svg+xml,${encodeURIComponent(svg.join(""))}`;
}
