import { formatNumber, formatPercent, formatPlain } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest, weighsByVanishing } from "../pick";
import { placeOf } from "../reading";
import { defineRule } from "../rule";

const { vanishing: texts } = defineTexts("narrator", {
  vanishing: {
    says: "{arm} weighs its anchors by {share}: it moves as with a learning rate of about {effective}, not {rate}.",
    because:
      "Mean vanishing factor f = \u03be/(1+\u03be) of {share} ({place}): {arm}\u2019s force on an anchor is FlatNCE\u2019s times f. Under SGD a shorter gradient is a shorter step; about, since f is not the same for all anchors. Said below {bound}, under SGD whose gradients are not brought to one length; Adam and LARS would make up for it.",
  },
});

const BOUND = 0.5;

/** What InfoNCE's weights of its anchors come to where the optimizer does not make up for them. */
export const vanishing = defineRule({
  texts,
  read(reading) {
    const { candidates, config } = reading;
    if (candidates === null || config.optimizer.id !== "sgd" || config.optimizer.matchGradientNorm) return null;
    const most = strongest(
      reading,
      (arm) => {
        const factor = weighsByVanishing(arm) ? arm.mean("vanishingFactor") : null;
        return factor && factor.value < BOUND ? factor : null;
      },
      ({ value }) => -value,
    );
    if (!most) return null;
    const { arm, found } = most;
    const numbers = { arm: arm.label, share: formatPercent(found.value, found.value < 0.01 ? 2 : 0) };
    const effective = formatNumber(found.value * arm.learningRate, 2);
    return {
      says: say(texts.says, { ...numbers, effective, rate: formatPlain(arm.learningRate) }),
      because: say(texts.because, { ...numbers, place: placeOf(found), bound: formatPercent(BOUND, 0) }),
      from: ["vanishingFactor"],
    };
  },
});
