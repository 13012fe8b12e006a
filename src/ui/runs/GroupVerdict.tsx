import { useMemo } from "react";
import { armLabel } from "../../config/arms";
import type { ArmConfig } from "../../config/schema";
import { formatSentence } from "../../i18n/format";
import { measuredWords } from "../../record/words/verdict";
import { pooledVerdict } from "../../session/runs/pooled";
import type { PastRun } from "../../storage/runs/pastRun";
import { useTexts, useTranslate } from "../language/useTexts";
import classes from "./table.module.css";
import { texts } from "./texts";

/** What runs of the same settings say together, over all their seeds; nothing where they are too few. */
export function GroupVerdict({ runs }: { runs: readonly PastRun[] }) {
  const t = useTexts(texts).groups;
  const translated = useTranslate();
  const pooled = useMemo(() => pooledVerdict(runs), [runs]);
  const [a, b] = runs[0]?.config.arms ?? [];
  if (!pooled || !a || !b) return null;
  const name = (arm: ArmConfig) => translated(armLabel(arm));
  const { metric, verdict } = pooled;
  const course = { isOver: true, isTraining: false, isShort: false, steps: verdict.step };
  const { conclusion, figures } = measuredWords({ metric, verdict, a: name(a), b: name(b) }, course);
  return (
    <p className={classes.groupLine}>
      <b>{t.together({ n: pooled.runs, conclusion })}</b> {formatSentence(figures)} {t.looked}
    </p>
  );
}
