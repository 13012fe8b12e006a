import { formatNumber, formatPercent } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest } from "../pick";
import { placeOf } from "../reading";
import { defineRule } from "../rule";

const { ceiling: texts } = defineTexts("narrator", {
  ceiling: {
    says: "{arm}: InfoNCE\u2019s estimate of the information, {estimate} nats, is at its ceiling log K = {ceiling}.",
    because:
      "Lower bound {estimate} nats ({place}) of at most log(2B \u2212 1) = {ceiling}. Said from {bound} of that on: whatever the views share beyond it, the estimate cannot say; a larger batch raises the ceiling.",
  },
});

const BOUND = 0.95;

/** The log-K curse: an estimate that has nowhere to go. */
export const ceiling = defineRule({
  texts,
  read(reading) {
    const { candidates } = reading;
    if (candidates === null) return null;
    const most = Math.log(candidates);
    const best = strongest(
      reading,
      (arm) => {
        const estimate = arm.mean("mutualInformation");
        return estimate && estimate.value >= BOUND * most ? estimate : null;
      },
      ({ value }) => value,
    );
    if (!best) return null;
    const numbers = { estimate: formatNumber(best.found.value), ceiling: formatNumber(most) };
    return {
      says: say(texts.says, { arm: best.arm.label, ...numbers }),
      because: say(texts.because, { ...numbers, place: placeOf(best.found), bound: formatPercent(BOUND, 0) }),
      from: ["mutualInformation"],
    };
  },
});
