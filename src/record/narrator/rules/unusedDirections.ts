import { formatNumber, formatPercent } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest } from "../pick";
import { type ArmReading, placeOf } from "../reading";
import { defineRule } from "../rule";

const { unusedDirections: texts } = defineTexts("narrator", {
  unusedDirections: {
    fallen: "{arm} finds nearly every twin, but its effective rank is {rank} of {size}: dimensions have collapsed.",
    never: "{arm} finds nearly every twin with an effective rank of {rank} of {size}: most dimensions are not used.",
    because:
      "Contrastive accuracy {accuracy}; effective rank {rank} of {size} dimensions ({place}), and {first} at step {begun}. Said from {found} accuracy on with less than a third of the dimensions, and called a collapse where the rank has fallen by a fifth or more.",
  },
});

const FOUND = 0.99;
const [USED, FALLEN] = [1 / 3, 0.8];
/** Of fewer dimensions a third is none. */
const SMALLEST = 6;

/** Dimensional collapse: the contrastive task is solved in a few directions. */
export const unusedDirections = defineRule({
  texts,
  read(reading) {
    const size = reading.config.encoder.projection;
    if (size < SMALLEST) return null;
    const most = strongest(
      reading,
      (arm) => narrow(arm, size),
      ({ rank }) => -rank.value,
    );
    if (!most) return null;
    const { rank, first, accuracy } = most.found;
    const names = { rank: formatNumber(rank.value, 2), size };
    const rest = { first: formatNumber(first.value, 2), begun: first.step, found: formatPercent(FOUND, 0) };
    const text = rank.value <= FALLEN * first.value ? texts.fallen : texts.never;
    return {
      says: say(text, { arm: most.arm.label, ...names }),
      because: say(texts.because, {
        ...names,
        ...rest,
        accuracy: formatPercent(accuracy.value),
        place: placeOf(rank),
      }),
      from: ["effectiveRank", "contrastiveAccuracy"],
    };
  },
});

function narrow(arm: ArmReading, size: number) {
  const [rank, first] = [arm.mean("effectiveRank"), arm.first("effectiveRank")];
  const accuracy = arm.mean("contrastiveAccuracy");
  if (!rank || !first || !accuracy || accuracy.value < FOUND) return null;
  return rank.value < USED * size ? { rank, first, accuracy } : null;
}
