import { equal } from "../../config/paths";
import { areStored } from "../../data/download/addresses";
import { addressesOf } from "../../data/sources";
import type { PlaygroundState } from "../playgroundState";

/**
 * Whether a run of the draft would download something: then nothing is prepared until the user asks for it, by a button or by
 * playing. What is kept on the device is at hand, and so is the data of the run on the page, which the training worker holds.
 */
export function needsDownload({ draft, run, kept }: Pick<PlaygroundState, "draft" | "run" | "kept">): boolean {
  const isHeld = run !== null && run.config.seed === draft.seed && equal(run.config.dataset, draft.dataset);
  return !isHeld && !areStored(addressesOf(draft.dataset), kept);
}

/** Whether the data of the draft was downloaded, or will have to be. */
export function comesFromElsewhere({ draft }: Pick<PlaygroundState, "draft">): boolean {
  return addressesOf(draft.dataset).length > 0;
}
