import { formatNumber, formatPercent, formatPlain } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest } from "../pick";
import { placeOf } from "../reading";
import { defineRule } from "../rule";

const { updates: texts } = defineTexts("narrator", {
  updates: {
    large: "A step changes {arm}\u2019s weights by {share} of their length: the learning rate of {rate} is high.",
    small: "A step changes {arm}\u2019s weights by {size} of their length only: they hardly move.",
    because:
      "Relative size of an update {size} ({place}); about {usual} is usual for a healthy run. Said above {high} and below {low}.",
  },
});

const [LOW, USUAL, HIGH] = [1e-5, 1e-3, 0.05];

/** Updates far from the usual size. */
export const updates = defineRule({
  texts,
  read(reading) {
    const most = strongest(
      reading,
      (arm) => {
        const size = arm.mean("updateSize");
        return size && size.value > 0 && (size.value > HIGH || size.value < LOW) ? size : null;
      },
      ({ value }) => Math.abs(Math.log(value / USUAL)),
    );
    if (!most) return null;
    const { arm, found } = most;
    const size = formatNumber(found.value);
    const rate = formatPlain(arm.learningRate);
    const says =
      found.value > HIGH
        ? say(texts.large, { arm: arm.label, share: formatPercent(found.value, 0), rate })
        : say(texts.small, { arm: arm.label, size });
    const bounds = { low: formatNumber(LOW, 1), usual: formatPlain(USUAL), high: formatPlain(HIGH) };
    return { says, because: say(texts.because, { size, place: placeOf(found), ...bounds }), from: ["updateSize"] };
  },
});
