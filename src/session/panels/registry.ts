import type { MetricId } from "../../metrics";
import { metricsInGroup } from "../../metrics/charts";
import { HEADLINES, type HeadlineId, METRIC_GROUPS, type MetricGroupId } from "../../metrics/groups";

/** The parts of the page that can be shown or hidden, by the names that `data-panel` has. */

const SMALL = (Object.keys(METRIC_GROUPS) as MetricGroupId[]).flatMap((group) =>
  metricsInGroup(group).map(({ id }) => id as MetricId),
);

/** Panels that go by a common name as well. To add one: its line here, and `<Panel id>` around it. */
export const PANEL_GROUPS = {
  charts: [...(Object.keys(HEADLINES) as HeadlineId[]), "anchor"],
  diagnostics: [...SMALL, "layerVariance", "parameterSnr"],
  views: ["embedding", "forces", "pairs", "similarity"],
} as const;

const SINGLE = [
  /** Which experiment is shown, and what to look for in it. */
  "experiment",
  "verdict",
  /** The runs that are drawn behind, and what came of them. */
  "overlay",
  "ceiling",
  /** How all charts draw their lines. */
  "chartOptions",
  "settings",
  "runs",
  /** The offer of the guided minute, and the minute itself. */
  "tour",
  /** In the top bar: the pages, how far the run is, and everything at its end. */
  "tabs",
  "progress",
  "tools",
] as const;

export type PanelGroupId = keyof typeof PANEL_GROUPS;
export type PanelId = (typeof SINGLE)[number] | (typeof PANEL_GROUPS)[PanelGroupId][number];

const GROUPS: Readonly<Record<string, readonly string[]>> = PANEL_GROUPS;

/** All that an address may call panels: the groups, and each alone. */
export const PANEL_NAMES: readonly string[] = [
  ...SINGLE,
  ...Object.entries(GROUPS).flatMap(([group, ids]) => [group, ...ids]),
];

/** The panels that a name stands for. */
export function panelsOf(name: PanelId | PanelGroupId): readonly PanelId[] {
  return Object.hasOwn(PANEL_GROUPS, name) ? PANEL_GROUPS[name as PanelGroupId] : [name as PanelId];
}

/** What speaks for a panel: its own name, and its group's. */
export function namesOfPanel(id: PanelId): string[] {
  const group = Object.keys(GROUPS).find((name) => GROUPS[name]?.includes(id));
  return group === undefined ? [id] : [id, group];
}
