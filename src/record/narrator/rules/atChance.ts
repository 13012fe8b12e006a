import { formatCount, formatNumber, formatPercent } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest } from "../pick";
import { placeOf } from "../reading";
import { defineRule } from "../rule";

const { atChance: texts } = defineTexts("narrator", {
  atChance: {
    says: "{arm} is at chance: an InfoNCE value of {value} is log({candidates}) = {chance}, the cost of guessing.",
    because:
      "Among {candidates} = 2B \u2212 1 views one is the twin. InfoNCE value {value} and contrastive accuracy {accuracy} ({place}); guessing gives {chance} and {guess}. Said where the value is within 2% of that and the accuracy within 5 points.",
  },
});

const [NEAR, NEAR_ACCURACY] = [0.02, 0.05];

/** A loss that stands at what guessing costs. */
export const atChance = defineRule({
  texts,
  read(reading) {
    const { candidates } = reading;
    if (candidates === null) return null;
    const [chance, guess] = [Math.log(candidates), 1 / candidates];
    const most = strongest(
      reading,
      (arm) => {
        const [loss, accuracy] = [arm.mean("infoNce"), arm.mean("contrastiveAccuracy")];
        if (!loss || !accuracy || accuracy.value > guess + NEAR_ACCURACY) return null;
        return Math.abs(loss.value - chance) <= NEAR * chance ? { loss, accuracy } : null;
      },
      ({ loss }) => -Math.abs(loss.value - chance),
    );
    if (!most) return null;
    const { loss, accuracy } = most.found;
    const numbers = {
      value: formatNumber(loss.value),
      chance: formatNumber(chance),
      candidates: formatCount(candidates),
    };
    const rest = {
      accuracy: formatPercent(accuracy.value),
      guess: formatPercent(guess),
      place: placeOf(loss),
    };
    return {
      says: say(texts.says, { arm: most.arm.label, ...numbers }),
      because: say(texts.because, { ...numbers, ...rest }),
      from: ["infoNce", "contrastiveAccuracy"],
    };
  },
});
