import type { ExperimentInput } from "../schema";

/** A ready experiment, and what to look for in it. */
export interface Preset {
  id: string;
  title: string;
  /** What it shows, in one or two sentences; claims nothing that was not measured. */
  summary: string;
  config: ExperimentInput;
  /** One change that turns the outcome, offered as a button. */
  twist?: { label: string; patch: ExperimentInput };
}

/** Keeps the id, and whether there is a twist, in the type: catalogs have to translate just that. */
export function definePreset<const Id extends string, P extends Preset>(preset: P & { id: Id }): P & { id: Id } {
  return preset;
}
