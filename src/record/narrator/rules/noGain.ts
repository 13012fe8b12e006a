import { formatCount, formatPercent } from "../../../i18n/format";
import { defineTexts, say, textsOf } from "../../../i18n/message";
import { metricOf } from "../../../metrics";
import { strongest } from "../pick";
import { type ArmReading, placeOf } from "../reading";
import { defineRule } from "../rule";

const { noGain: texts } = defineTexts("narrator", {
  noGain: {
    says: "Training has not helped {arm}{soFar, select, true { so far} other {}}: {metric} is {last}, and was {first} untrained.",
    because:
      "{metric} before the first step and at its latest measurement ({place}), means over the seeds. Said after {least} steps, where the latest is no better than the first and the first was below {best}.",
  },
});

/** Updates that a training has to have had. */
const LEAST = 100;
/** From where on there is nothing to gain. */
const BEST = 0.99;

/** A representation that is no better than an untrained one. */
export const noGain = defineRule({
  texts,
  read(reading) {
    const metric = metricOf(reading.metric);
    if (reading.step < LEAST || metric.cadence !== "evaluation" || metric.differenceIn !== "points") return null;
    const most = strongest(
      reading,
      (arm) => lossOf(arm, reading.metric),
      ({ first, last }) => first.value - last.value,
    );
    if (!most) return null;
    const { first, last } = most.found;
    const numbers = {
      metric: textsOf("metrics", metric).label,
      last: formatPercent(last.value),
      first: formatPercent(first.value),
    };
    return {
      says: say(texts.says, { arm: most.arm.label, soFar: String(!reading.isOver), ...numbers }),
      because: say(texts.because, {
        metric: numbers.metric,
        place: placeOf(last),
        least: formatCount(LEAST),
        best: formatPercent(BEST, 0),
      }),
      from: [reading.metric],
    };
  },
});

function lossOf(arm: ArmReading, metric: Parameters<ArmReading["mean"]>[0]) {
  const [first, last] = [arm.first(metric), arm.mean(metric)];
  if (!first || !last || first.step > 0 || first.value >= BEST) return null;
  return last.value <= first.value ? { first, last } : null;
}
