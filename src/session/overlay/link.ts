import { PlaygroundError } from "../../i18n/errors";
import { linkedCurvesOf } from "../../record/linked/curves";
import { writeCurves } from "../../record/linked/write";
import { formatUrl } from "../address/address";
import { addressOf } from "../boot";
import { texts } from "../errors";
import type { PlaygroundState } from "../playgroundState";
import { shownRun } from "../shown";
import { linkedMetrics } from "./linkedMetrics";
import { referenceOf } from "./reference";

/**
 * The part of an address after `#` that opens the experiment of the run that is shown, as it began, with its curves as the reference.
 * @param title of the curves
 * @throws PlaygroundError where no run is shown, or none that has measured anything
 */
export function linkWithCurves(state: PlaygroundState, title: string): string {
  const run = shownRun(state);
  const metrics = linkedMetrics(state);
  if (!run || metrics.length === 0) throw new PlaygroundError(texts.noRecord);
  const { smoothing } = state.view;
  const text = writeCurves(linkedCurvesOf(run, { title, metrics, smoothing }));
  const { presetId, startConfig: config } = run;
  return formatUrl({ ...addressOf(state), presetId, config, reference: referenceOf(text) });
}
