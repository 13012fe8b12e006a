import { formatNumber } from "../../../i18n/format";
import { defineTexts, say, textsOf } from "../../../i18n/message";
import { metricOf } from "../../../metrics";
import { placeOf } from "../reading";
import { defineRule } from "../rule";

const { stepSize: texts } = defineTexts("narrator", {
  stepSize: {
    says: "The gap may come from the step size: {long}\u2019s steps are {ratio} times as long as {short}\u2019s.",
    because:
      "Relative size of an update ({place}): {long} {longest}, {short} {shortest}. Said where one is twice the other or more, and the interval of {metric} leaves 0 out. {sgd, select, true {Gradients of the same length (under Optimizer)} other {A learning rate of its own for one of the arms}} would tell a better direction from a longer step.",
  },
});

const RATIO = 2;

/** A difference between arms whose updates differ in size. */
export const stepSize = defineRule({
  texts,
  read({ compared, config, metric }) {
    if (!compared?.verdict.detected || config.optimizer.matchGradientNorm) return null;
    const { a, b } = compared;
    const [ofA, ofB] = [a.mean("updateSize"), b.mean("updateSize")];
    if (!ofA || !ofB) return null;
    const isALonger = ofA.value >= ofB.value;
    const [long, short] = isALonger ? [a, b] : [b, a];
    const [longest, shortest] = isALonger ? [ofA, ofB] : [ofB, ofA];
    const ratio = longest.value / shortest.value;
    if (!(shortest.value > 0 && ratio >= RATIO && Number.isFinite(ratio))) return null;
    const names = { long: long.label, short: short.label };
    const numbers = {
      longest: formatNumber(longest.value),
      shortest: formatNumber(shortest.value),
      place: placeOf(longest),
      metric: textsOf("metrics", metricOf(metric)).label,
      sgd: String(config.optimizer.id === "sgd"),
    };
    return {
      says: say(texts.says, { ...names, ratio: formatNumber(ratio, 2) }),
      because: say(texts.because, { ...names, ...numbers }),
      from: ["updateSize", metric],
    };
  },
});
