import type { PanelGroupId, PanelId } from "../panels/registry";

/** How high a frame will be, before there is one: by what its panels take as a rule, in pixels. What is measured later is told to the host. */

const BAR = 52;
const GAP = 12;
/** Below it, panels stand below each other. */
const NARROW = 820;
/** Room around the panels. */
const PADDING = { narrow: 20, wide: 32 };

export const CHARTS: readonly string[] = ["loss", "anchor", "variance", "accuracy"];

const CHART = { narrow: 310, wide: 330 };
const HEIGHTS: Partial<Record<PanelId | PanelGroupId, typeof CHART>> = {
  experiment: { narrow: 170, wide: 110 },
  verdict: { narrow: 190, wide: 80 },
  ceiling: { narrow: 620, wide: 580 },
  diagnostics: { narrow: 1900, wide: 1100 },
  embedding: { narrow: 450, wide: 450 },
  forces: { narrow: 170, wide: 170 },
  pairs: { narrow: 250, wide: 250 },
  similarity: { narrow: 330, wide: 330 },
  settings: { narrow: 44, wide: 900 },
};

/** @param width of the frame */
export function expectedHeight(panels: readonly (PanelId | PanelGroupId)[], width: number): number {
  const isNarrow = width <= NARROW;
  const kind = isNarrow ? "narrow" : "wide";
  const charts = panels.filter((id) => CHARTS.includes(id)).length;
  const rows = isNarrow ? charts : Math.ceil(charts / 2);
  const others = panels.flatMap((id) => HEIGHTS[id]?.[kind] ?? []);
  const heights = [...Array.from({ length: rows }, () => CHART[kind]), ...others];
  return BAR + PADDING[kind] + heights.reduce((sum, height) => sum + height + GAP, 0);
}
