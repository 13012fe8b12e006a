import { formatTick } from "../../../i18n/format";
import type { PairedDifference } from "../../../record/statistics/differences";
import labClasses from "../../../ui/labs/labs.module.css";
import { useTexts, useTranslate } from "../../../ui/language/useTexts";
import { measuredOf } from "../answer/sentences";
import { isOneUnit, type Judgment, stepSizeOf } from "../answer/stepSize";
import { bare, points } from "../answer/words";
import { texts } from "../texts";
import classes from "./advice.module.css";
import type { Advice } from "./useAdvice";

/** Both judgments side by side: at one learning rate, and each loss at its own best one. */
export function StepSizeCard({ advice: { facts } }: { advice: Advice }) {
  const t = useTexts(texts);
  const measured = facts && measuredOf(facts);
  const found = measured && stepSizeOf(measured);
  const say = useSaid();
  if (!found) return null;
  const { equal, own, conclusion } = found;
  const setting = { rate: formatTick(equal.learningRate ?? Number.NaN), tau: formatTick(equal.tau) };
  return (
    <section className={labClasses.card} aria-label={t.stepSize.title}>
      <h3>{t.stepSize.title}</h3>
      <p>{t.stepSize.why}</p>
      <dl className={classes.pair}>
        <Side name={t.stepSize.equal} judgment={equal} detail={t.stepSize.equalAt({ ...say(equal), ...setting })} />
        <Side name={t.stepSize.own} judgment={own} detail={t.stepSize.ownAt(say(own))} />
      </dl>
      <p>
        {t.stepSize.conclusions[conclusion]} {!isOneUnit(measured) && t.stepSize.otherUnit}
      </p>
    </section>
  );
}

function Side({ name, judgment, detail }: { name: string; judgment: Judgment; detail: string }) {
  const t = useTexts(texts);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{t.stepSize.verdicts[judgment.verdict]}</strong>
        <span className={classes.line}>{detail}</span>
      </dd>
    </div>
  );
}

/** A difference and its interval, as they are written. */
function useSaid() {
  const t = useTexts(texts);
  const translated = useTranslate();
  return ({ difference: { difference, ci95 } }: { difference: PairedDifference }) => ({
    difference: translated(points(difference ?? Number.NaN)),
    interval: ci95 ? ci95.map(bare).join(", ") : t.stepSize.noInterval,
  });
}
