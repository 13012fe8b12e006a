import type { PanelGroupId, PanelId } from "../panels/registry";
import { PHASES, type PhaseId } from "../slow/phases";

/** What is shown to a room one after the other, as data: a demonstration of the page, or what a lesson brings in its place. */

export type Scene =
  /** Some panels of the page alone. */
  | { kind: "panels"; panels: readonly (PanelId | PanelGroupId)[] }
  /** One chart, by the name that enlarges it, over all the room. */
  | { kind: "chart"; chart: string }
  /** A phase of slow motion. */
  | { kind: "phase"; phase: PhaseId };

/** What a room needs: no settings, no past runs, no small charts. */
export const FEW_PANELS = ["experiment", "verdict", "charts", "progress", "tools"] as const;

/** The verdict, each chart by itself, a step in slow motion, and all of it together. */
export const DEMONSTRATION: readonly Scene[] = [
  { kind: "panels", panels: ["experiment", "verdict", "progress", "tools"] },
  { kind: "chart", chart: "loss" },
  { kind: "chart", chart: "anchor" },
  { kind: "chart", chart: "variance" },
  { kind: "chart", chart: "accuracy" },
  ...PHASES.map(({ id }): Scene => ({ kind: "phase", phase: id })),
  { kind: "panels", panels: FEW_PANELS },
];
