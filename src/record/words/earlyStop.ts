import type { StopConfig } from "../../config/schema";
import { formatPlain } from "../../i18n/format";
import { defineTexts, type Said, say, textsOf } from "../../i18n/message";
import { english } from "../../i18n/translate";
import { metricOf } from "../../metrics";
import type { EarlyStop } from "../earlyStop";
import type { RunRecord } from "../record";

/** Why a run ended before its last step, in a sentence without a point at its end. */

const texts = defineTexts("earlyStop", {
  minutes: "Stopped at step {step, number} after {minutes, number} min of training",
  target: "Stopped at step {step, number}: every arm reached {target} in {metric}",
  patience:
    "Stopped at step {step, number}: no progress of {metric} over {patience, plural, one {1 measurement} other {# measurements}}",
});

/** @param config of the run as it was when it ended */
export function saidOfEarlyStop({ step, rule }: EarlyStop, { stop }: { stop: StopConfig }): Said {
  const { minutes, target, patience } = stop;
  if (rule === "minutes") return say(texts.minutes, { step, minutes });
  const metric = textsOf("metrics", metricOf(stop.metric)).label;
  if (rule === "patience") return say(texts.patience, { step, metric, patience });
  return say(texts.target, { step, metric, target: formatPlain(target) });
}

/** As the record has it. */
export function earlyStopRecord(stop: EarlyStop, config: { stop: StopConfig }): RunRecord["stoppedEarly"] {
  return { ...stop, reason: english(saidOfEarlyStop(stop, config)) };
}

declare module "../../i18n/message" {
  interface TextRooms {
    earlyStop: typeof texts;
  }
}
