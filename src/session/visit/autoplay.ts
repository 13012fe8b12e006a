import { LIGHT_PRESET } from "../../config/presets";
import { computesOnCpu, type Environment } from "../../record/environment";

/** Whether a page that was opened trains by itself for a moment, so that a first visit sees something real move. */

/**
 * Updates after which a run that the page began by itself waits for Play: enough for each headline chart to show its story. A
 * probe comes before the update of its step, so that this is one more than the last probe's.
 */
export const AUTOPLAY_STEPS = 401;

/** What is known of a visit. */
export interface Visit {
  /** The part of the address after `#` that the page was opened with. */
  hash: string;
  prefersReducedMotion: boolean;
  savesData: boolean;
  /** Charge of the battery, 0..1; null where there is none that says it. */
  battery: number | null;
}

/** The first run of the page, and where it computes. */
interface FirstRun {
  presetId: string | null;
  environment: Pick<Environment, "backend" | "software">;
}

/** Below it, a battery is left alone. */
const LOW_BATTERY = 0.2;

/** When the page waits for Play instead. */
const REASONS_TO_WAIT = {
  /** A link says what is wanted: an experiment, a lab, how the page is to look, or `autoplay=0`. */
  link: ({ hash }) => hash.replace(/^#/, "") !== "",
  reducedMotion: ({ prefersReducedMotion }) => prefersReducedMotion,
  dataSaver: ({ savesData }) => savesData,
  lowBattery: ({ battery }) => battery !== null && battery < LOW_BATTERY,
  /** An experiment for a GPU would keep a CPU busy for minutes. */
  heavy: ({ presetId, environment }) => presetId !== LIGHT_PRESET && computesOnCpu(environment),
} as const satisfies Record<string, (visit: Visit & FirstRun) => boolean>;

type ReasonToWait = keyof typeof REASONS_TO_WAIT;

/** The first reason not to train unasked; null where there is none. */
export function reasonToWait(visit: Visit & FirstRun): ReasonToWait | null {
  const reasons = Object.keys(REASONS_TO_WAIT) as ReasonToWait[];
  return reasons.find((reason) => REASONS_TO_WAIT[reason](visit)) ?? null;
}
