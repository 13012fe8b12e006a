import { formatCount, formatNumber, formatPercent } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { describe } from "../../statistics/describe";
import { strongest } from "../pick";
import type { ArmReading } from "../reading";
import { defineRule } from "../rule";

const { stillImproving: texts } = defineTexts("narrator", {
  stillImproving: {
    says: "{arm} was still improving when the run ended: its InfoNCE value was {share} lower in the last tenth than in the one before.",
    because:
      "InfoNCE value: {before} on average over steps {from} to {middle}, and {after} from there to the end. Said where it fell by {bound} or more, and by more than three standard errors of these means.",
  },
});

const BOUND = 0.05;
/** Part of a run on either side. */
const PART = 0.1;
/** Rows on either side. */
const FEWEST = 20;
const ERRORS = 3;

/** A run that was too short to settle. */
export const stillImproving = defineRule({
  texts,
  read(reading) {
    if (!reading.isOver) return null;
    const last = reading.step - 1;
    const part = Math.floor(PART * reading.step);
    const [from, middle] = [last - 2 * part, last - part];
    const most = strongest(
      reading,
      (arm) => fall(arm, [from, middle, last]),
      ({ share }) => share,
    );
    if (!most) return null;
    const { before, after, share } = most.found;
    const numbers = { before: formatNumber(before), after: formatNumber(after), bound: formatPercent(BOUND, 0) };
    return {
      says: say(texts.says, { arm: most.arm.label, share: formatPercent(share, 0) }),
      because: say(texts.because, { ...numbers, from: formatCount(from), middle: formatCount(middle) }),
      from: ["infoNce"],
    };
  },
});

/** Means before and after the middle, where the second lies clearly below the first. */
function fall(arm: ArmReading, [from, middle, last]: [number, number, number]) {
  const [before, after] = [meanOver(arm, from + 1, middle), meanOver(arm, middle + 1, last)];
  if (!before || !after || !(before.mean > 0)) return null;
  const share = (before.mean - after.mean) / before.mean;
  const isClear = before.mean - after.mean > ERRORS * Math.hypot(before.error, after.error);
  return share >= BOUND && isClear ? { before: before.mean, after: after.mean, share } : null;
}

function meanOver(arm: ArmReading, from: number, to: number): { mean: number; error: number } | null {
  const { mean, sd, n } = describe(Array.from(arm.rows("infoNce", from, to), ({ value }) => value));
  return mean === null || sd === null || n < FEWEST ? null : { mean, error: sd / Math.sqrt(n) };
}
