import { formatPercent } from "../../../i18n/format";
import { defineTexts, say, textsOf } from "../../../i18n/message";
import { metricOf } from "../../../metrics";
import { placeOf } from "../reading";
import { defineRule } from "../rule";

const { saturated: texts } = defineTexts("narrator", {
  saturated: {
    says: "Every arm has reached {least} of {metric}: this task is too easy to tell them apart.",
    because:
      "The lowest mean of an arm is {least} ({place}). Said from {bound} on; what is left is less than most intervals are wide.",
  },
});

const BOUND = 0.99;

/** A verdict's metric at its upper end for all arms. */
export const saturated = defineRule({
  texts,
  read({ arms, metric: id, compared }) {
    const metric = metricOf(id);
    if (!compared || metric.differenceIn !== "points" || metric.better !== "higher") return null;
    const means = arms.map((arm) => arm.mean(id)).filter((mean) => mean !== null);
    const lowest = means.reduce((low, next) => (next.value < low.value ? next : low), means[0] ?? NOTHING);
    if (means.length < arms.length || !(lowest.value >= BOUND)) return null;
    const { label } = textsOf("metrics", metric);
    const least = formatPercent(lowest.value);
    return {
      says: say(texts.says, { least, metric: label }),
      because: say(texts.because, { least, place: placeOf(lowest), bound: formatPercent(BOUND, 0) }),
      from: [id],
    };
  },
});

const NOTHING = { value: Number.NaN, from: 0, step: 0 };
