import { formatNumber, formatPercent } from "../../../i18n/format";
import { defineTexts, say } from "../../../i18n/message";
import { strongest } from "../pick";
import { type ArmReading, placeOf } from "../reading";
import { defineRule } from "../rule";

const { flatValue: texts } = defineTexts("narrator", {
  flatValue: {
    says: "{arm}\u2019s own loss stays at {loss} whatever it learns: its InfoNCE value went from {before} to {after}.",
    because:
      "Objective {begun} before step {rows}, and {loss} now ({place}). Said where it has stayed within {still} of itself, while the InfoNCE value changed by {moved} or more. Such a loss has a gradient all the same; compare the arms by the InfoNCE value.",
  },
});

/** Share by which a loss may change and still say nothing, and by which another must. */
const [STILL, MOVED] = [1e-3, 0.1];
/** Rows that a first value rests on. */
const FIRST = 20;

/** A loss whose value does not say how training goes, as FlatNCE's, which is always 1. */
export const flatValue = defineRule({
  texts,
  read(reading) {
    const most = strongest(reading, still, ({ change }) => change);
    if (!most) return null;
    const { own, began, value, valueBegan } = most.found;
    const loss = formatNumber(own.value);
    return {
      says: say(texts.says, {
        arm: most.arm.label,
        loss,
        before: formatNumber(valueBegan),
        after: formatNumber(value.value),
      }),
      because: say(texts.because, {
        loss,
        begun: formatNumber(began),
        rows: FIRST,
        place: placeOf(own),
        still: formatPercent(STILL),
        moved: formatPercent(MOVED, 0),
      }),
      from: ["objective", "infoNce"],
    };
  },
});

function still(arm: ArmReading) {
  const [own, value] = [arm.mean("objective"), arm.mean("infoNce")];
  const [began, valueBegan] = [beginning(arm, "objective"), beginning(arm, "infoNce")];
  if (!own || !value || began === null || valueBegan === null) return null;
  const change = Math.abs(value.value - valueBegan) / Math.abs(valueBegan);
  const isStill = Math.abs(own.value - began) <= STILL * Math.abs(began);
  return isStill && change >= MOVED && Number.isFinite(change) ? { own, value, began, valueBegan, change } : null;
}

/** Mean over the first rows. */
function beginning(arm: ArmReading, metric: "objective" | "infoNce"): number | null {
  let [sum, rows] = [0, 0];
  for (const { value } of arm.rows(metric, 0, Number.MAX_SAFE_INTEGER)) {
    sum += value;
    if (++rows === FIRST) return Number.isFinite(sum) ? sum / FIRST : null;
  }
  return null;
}
