import { formatCount, formatNumber } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest, usesTemperature } from "../pick";
import { placeOf } from "../reading";
import { defineRule } from "../rule";

const { fewNegatives: texts } = defineTexts("narrator", {
  fewNegatives: {
    says: "At the temperature {temperature}, {pushing} of {negatives} negatives push an anchor of {arm}: that is low.",
    because:
      "Effective sample size of the negatives, as a share {share} of {negatives} ({place}). Said below {bound} of {least} negatives or more: each step rests on the few nearest negatives, which differ from batch to batch. A higher temperature lets more of them count.",
  },
});

const BOUND = 1.5;
const LEAST = 8;

/** A temperature so low that one negative takes all. */
export const fewNegatives = defineRule({
  texts,
  read(reading) {
    const negatives = (reading.candidates ?? 1) - 1;
    if (negatives < LEAST) return null;
    const most = strongest(
      reading,
      (arm) => {
        const [share, temperature] = [usesTemperature(arm) ? arm.mean("ess") : null, arm.mean("temperature")];
        return share && temperature && share.value * negatives < BOUND ? { share, temperature } : null;
      },
      ({ share }) => -share.value,
    );
    if (!most) return null;
    const { share, temperature } = most.found;
    const numbers = { negatives: formatCount(negatives) };
    const says = say(texts.says, {
      ...numbers,
      arm: most.arm.label,
      temperature: formatNumber(temperature.value, 2),
      pushing: formatNumber(share.value * negatives, 2),
    });
    const bounds = { bound: formatNumber(BOUND, 2), least: formatCount(LEAST) };
    return {
      says,
      because: say(texts.because, { ...numbers, ...bounds, share: formatNumber(share.value), place: placeOf(share) }),
      from: ["ess", "temperature"],
    };
  },
});
