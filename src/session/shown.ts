import type { ExperimentConfig } from "../config/schema";
import { needsDownload } from "./data/askFirst";
import type { PlaygroundState } from "./playgroundState";
import type { Run } from "./run";

/**
 * What the page shows is what was measured: a kept run that was opened; else, from the current run's first step on, its preset and its
 * settings, whatever is set for the next.
 */

type Showing = Pick<PlaygroundState, "run" | "opened" | "draft" | "presetId">;

/** The run that charts, verdict and exports are of. */
export function shownRun({ run, opened }: Pick<Showing, "run" | "opened">): Run | null {
  return opened ?? run;
}

/** Whether there is something of a run to be seen; until then it takes over what is set. */
export function hasBegun(run: Run | null): run is Run {
  return run !== null && (run.step > 0 || run.state !== "paused");
}

/** The preset of what is shown; null for own settings. */
export function shownPresetId({ run, opened, presetId }: Omit<Showing, "draft">): string | null {
  if (opened) return opened.presetId;
  return hasBegun(run) ? run.presetId : presetId;
}

/** The experiment that is shown. */
export function shownConfig({ run, opened, draft }: Omit<Showing, "presetId">): ExperimentConfig {
  if (opened) return opened.config;
  return hasBegun(run) ? run.config : draft;
}

/** Whether the settings are of another preset than the current run. */
export function draftsAnotherPreset({ run, presetId }: Pick<Showing, "run" | "presetId">): boolean {
  return shownPresetId({ run, opened: null, presetId }) !== presetId;
}

/**
 * The settings of what is shown, where those on the page are not taken over until somebody asks for it: what the page trained
 * unasked gives way by itself, unless a download would be needed. Null where they are.
 */
export function keptConfig(state: PlaygroundState): ExperimentConfig | null {
  const { run, unasked } = state;
  const givesWay = unasked && !needsDownload(state);
  return hasBegun(run) && !givesWay ? run.config : null;
}

/** Whether a run waits that the page began by itself. */
export function isUnaskedPause({ unasked, opened, run }: Pick<PlaygroundState, "unasked" | "opened" | "run">): boolean {
  return !opened && unasked && run?.state === "paused";
}
