import { formatCount, formatNumber, formatPercent } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest, usesTemperature } from "../pick";
import { type ArmReading, placeOf } from "../reading";
import { defineRule } from "../rule";

const { evenNegatives: texts } = defineTexts("narrator", {
  evenNegatives: {
    says: "At the temperature {temperature}, all {negatives} negatives push {arm} almost alike: hard ones are not singled out.",
    because:
      "Effective sample size of the negatives {share} of all ({place}), at a contrastive accuracy of {accuracy}. Said from {bound} on, with {least} negatives or more and an accuracy above {known}: a lower temperature would weigh the near ones more.",
  },
});

const [BOUND, KNOWN] = [0.95, 0.5];
const LEAST = 8;

/** A temperature so high that no negative stands out. */
export const evenNegatives = defineRule({
  texts,
  read(reading) {
    const negatives = (reading.candidates ?? 1) - 1;
    if (negatives < LEAST) return null;
    const most = strongest(reading, even, ({ share }) => share.value);
    if (!most) return null;
    const { share, accuracy, temperature } = most.found;
    const numbers = { share: formatPercent(share.value, 0), accuracy: formatPercent(accuracy.value) };
    const bounds = { bound: formatPercent(BOUND, 0), known: formatPercent(KNOWN, 0), least: formatCount(LEAST) };
    return {
      says: say(texts.says, {
        arm: most.arm.label,
        temperature: formatNumber(temperature.value, 2),
        negatives: formatCount(negatives),
      }),
      because: say(texts.because, { ...numbers, ...bounds, place: placeOf(share) }),
      from: ["ess", "contrastiveAccuracy", "temperature"],
    };
  },
});

function even(arm: ArmReading) {
  const [share, accuracy] = [arm.mean("ess"), arm.mean("contrastiveAccuracy")];
  const temperature = arm.mean("temperature");
  if (!usesTemperature(arm) || !share || !accuracy || !temperature) return null;
  return share.value >= BOUND && accuracy.value > KNOWN ? { share, accuracy, temperature } : null;
}
