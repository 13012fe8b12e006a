import { formatNumber, formatPercent } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest, weighsByVanishing } from "../pick";
import { type ArmReading, placeOf, type Reading } from "../reading";
import { defineRule } from "../rule";

const { madeUp: texts } = defineTexts("narrator", {
  madeUp: {
    says: "{arm} weighs its anchors by {share}, but the optimizer makes up for it: its steps are about as long as {other}\u2019s.",
    because:
      "Mean vanishing factor {share} ({place}). Relative size of an update: {arm} {own}, {other} {others}. Said below {bound}, where the steps of the two differ by less than a third: what the two losses differ in here is the direction of a step and its noise.",
  },
});

const BOUND = 0.2;
/** Largest ratio of two updates that count as equally long. */
const ALIKE = 4 / 3;

/** Small weights of anchors that do not make small steps, as under Adam. */
export const madeUp = defineRule({
  texts,
  read(reading) {
    if (reading.candidates === null) return null;
    const most = strongest(
      reading,
      (arm) => smallYetLong(arm, reading),
      ({ factor }) => -factor.value,
    );
    if (!most) return null;
    const { factor, other, own, others } = most.found;
    const numbers = {
      arm: most.arm.label,
      other: other.label,
      share: formatPercent(factor.value, factor.value < 0.01 ? 2 : 0),
    };
    const rest = { own: formatNumber(own), others: formatNumber(others), bound: formatPercent(BOUND, 0) };
    return {
      says: say(texts.says, numbers),
      because: say(texts.because, { ...numbers, ...rest, place: placeOf(factor) }),
      from: ["vanishingFactor", "updateSize"],
    };
  },
});

/** An arm of small weights whose updates are as long as those of one that weighs its anchors otherwise. */
function smallYetLong(arm: ArmReading, { arms }: Reading) {
  const factor = weighsByVanishing(arm) ? arm.mean("vanishingFactor") : null;
  const own = arm.mean("updateSize")?.value ?? 0;
  if (!factor || factor.value >= BOUND || !(own > 0)) return null;
  for (const other of arms) {
    const others = other.mean("updateSize")?.value ?? 0;
    const isAlike = others > 0 && Math.max(own / others, others / own) < ALIKE;
    if (isAlike && !weighsByVanishing(other)) return { factor, other, own, others };
  }
  return null;
}
