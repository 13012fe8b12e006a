import type { MetricId } from "../../metrics";
import type { ExperimentInput } from "../schema";

/** A ready experiment, and what to look for in it. */
export interface Preset {
  id: string;
  title: string;
  /** What it shows, in one or two sentences; claims nothing that was not measured. */
  summary: string;
  /** What it asks, in one sentence. */
  question: string;
  /** What one should see, and what would show that it is otherwise: both can be read off the page. */
  expected: string;
  refuted: string;
  /** The metric that shows it best: its picture in the gallery of presets. */
  chart: MetricId;
  config: ExperimentInput;
  /** One change that turns the outcome, offered as a button. */
  twist?: { label: string; patch: ExperimentInput };
}

/** Keeps the id, and whether there is a twist, in the type: catalogs have to translate just that. */
export function definePreset<const Id extends string, P extends Preset>(preset: P & { id: Id }): P & { id: Id } {
  return preset;
}
