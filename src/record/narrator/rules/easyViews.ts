import { formatCount, formatPercent } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import type { ArmReading } from "../reading";
import { defineRule } from "../rule";

const { easyViews: texts } = defineTexts("narrator", {
  easyViews: {
    says: "The views may be too easy: contrastive accuracy {accuracy} at step {step} of {steps}.",
    because:
      "From step {step} on, contrastive accuracy was {bound} or more in every arm {run} times in a row, and still is. Said where that comes in the first tenth of the run, before step {latest}. What tells twins apart so soon may be a short cut; stronger augmentations or a larger batch give more to learn.",
  },
});

const BOUND = 0.99;
/** Steps in a row. */
const RUN = 10;
/** Part of the run that counts as its beginning. */
const SOON = 0.1;
/** Steps that a beginning has at most. */
const LATEST = 1000;

/** A contrastive task that is solved as soon as it begins. */
export const easyViews = defineRule({
  texts,
  read({ arms, config }) {
    const found = arms.map((arm) => solvedAt(arm, Math.min(LATEST, SOON * config.steps)));
    const step = Math.max(...found.map((at) => at ?? Number.POSITIVE_INFINITY));
    const lowest = Math.min(...arms.map((arm) => arm.mean("contrastiveAccuracy")?.value ?? 0));
    if (!Number.isFinite(step) || lowest < BOUND) return null;
    const numbers = { step: formatCount(step + RUN), steps: formatCount(config.steps) };
    return {
      says: say(texts.says, { accuracy: formatPercent(lowest), ...numbers }),
      because: say(texts.because, {
        step: formatCount(step),
        run: RUN,
        bound: formatPercent(BOUND, 0),
        latest: formatCount(LATEST),
      }),
      from: ["contrastiveAccuracy"],
    };
  },
});

/** First step, up to a last one, from which on so many rows in a row are solved; null where there is none. */
function solvedAt(arm: ArmReading, last: number): number | null {
  let inARow = 0;
  for (const { step, value } of arm.rows("contrastiveAccuracy", 0, last)) {
    inARow = value >= BOUND ? inARow + 1 : 0;
    if (inARow === RUN) return Math.max(0, step - RUN + 1);
  }
  return null;
}
