import { Button } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { translate } from "../../../i18n/translate";
import { isPaused, isUnderWay, type LabState } from "../../../session/labs/labState";
import { refusalOf } from "../../../session/labs/survey";
import { copyText } from "../../../ui/actions/copy";
import { useSelect } from "../../../ui/context";
import labClasses from "../../../ui/labs/labs.module.css";
import { useLab } from "../../../ui/labs/useLab";
import { useTexts, useTranslate } from "../../../ui/language/useTexts";
import type { Facts } from "../answer/facts";
import { limitsOf } from "../answer/limits";
import { answerOf, type Measured, measuredOf } from "../answer/sentences";
import { texts } from "../texts";
import classes from "./advice.module.css";
import { Plan } from "./Plan";
import type { Advice } from "./useAdvice";

/** The answer in a paragraph with its limits; before it is there, what it waits for. */
export function Answer({ advice }: { advice: Advice }) {
  const t = useTexts(texts);
  const measured = advice.facts && measuredOf(advice.facts);
  return (
    <section className={labClasses.card} aria-label={t.answer.title}>
      {/* There before the answer is: only what comes into it is read out. */}
      <div aria-live="polite">{measured ? <Paragraph measured={measured} /> : <Waiting advice={advice} />}</div>
      {measured && <Limits measured={measured} />}
    </section>
  );
}

function Paragraph({ measured }: { measured: Measured }) {
  const said = useTranslate();
  const [verdict, ...sentences] = answerOf(measured).map((sentence) => said(sentence));
  return (
    <>
      <h3 className={classes.verdict}>{verdict}</h3>
      <p className={classes.paragraph}>{sentences.join(" ")}</p>
    </>
  );
}

function Limits({ measured }: { measured: Measured }) {
  const t = useTexts(texts);
  const said = useTranslate();
  return (
    <>
      <h3>{t.answer.limits}</h3>
      <p className={classes.paragraph}>
        {limitsOf(measured)
          .map((limit) => said(limit))
          .join(" ")}
      </p>
      <CopyButton measured={measured} />
    </>
  );
}

/** The answer as text, with the link that asks the same again. */
function textOf(measured: Measured): string {
  const paragraphs = [answerOf(measured), limitsOf(measured)].map((sentences) =>
    sentences.map((sentence) => translate(sentence)).join(" "),
  );
  return [...paragraphs, window.location.href].join("\n\n");
}

function CopyButton({ measured }: { measured: Measured }) {
  const t = useTexts(texts);
  const [outcome, setOutcome] = useState<"copied" | "notCopied" | null>(null);
  const copy = async () => setOutcome((await copyText(textOf(measured))) ? "copied" : "notCopied");
  return (
    <div className={classes.buttons}>
      <Button size="compact-sm" variant="default" leftSection={<IconCopy size={14} />} onClick={() => void copy()}>
        {t.answer.copy}
      </Button>
      <span className={classes.hint} role="status">
        {outcome ? t.answer[outcome] : t.answer.link}
      </span>
    </div>
  );
}

function Waiting({ advice }: { advice: Advice }) {
  const t = useTexts(texts);
  const { facts, config } = advice;
  const isIdle = useSelect((state) => isUntouched(state.labs.advice));
  const isRefused = useSelect((state) => refusalOf("advice", state) !== null);
  if (!facts) return <p>{t.answer.invalid}</p>;
  return (
    <>
      <h3>{t.answer.title}</h3>
      {isIdle ? <p>{isRefused ? t.answer.refused : t.answer.waiting}</p> : <Stand facts={facts} />}
      {isIdle && !isRefused && <Plan config={config} />}
    </>
  );
}

/** Nothing was measured, and nothing is being measured or was paused. */
function isUntouched({ phase, rows, total }: LabState): boolean {
  return rows.length === 0 && !isUnderWay(phase) && !isPaused({ phase, rows, total });
}

/** How far the answer is. */
function Stand({ facts }: { facts: Facts }) {
  const t = useTexts(texts);
  const { phase } = useLab("advice");
  const count = facts.cells.length;
  const done = facts.cells.filter(({ difference }) => difference.n > 0).length;
  if (facts.chosen) return <p>{isUnderWay(phase) ? t.answer.reporting : t.answer.incomplete}</p>;
  if (isUnderWay(phase)) return <p>{t.answer.choosing({ done, count })}</p>;
  return <p>{done === 0 ? t.answer.begun : t.answer.paused({ done, count })}</p>;
}
