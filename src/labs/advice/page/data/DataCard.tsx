import { useEffect, useMemo } from "react";
import type { DatasetSummary } from "../../../../data/types";
import { formatPercent } from "../../../../i18n/format";
import { isSurveying, refusalOf, surveyKey, surveyOf } from "../../../../session/labs/survey";
import { usePlayground, useSelect } from "../../../../ui/context";
import { ClassTable } from "../../../../ui/data/ClassTable";
import { classRows } from "../../../../ui/data/classRows";
import { DatasetCounts } from "../../../../ui/data/DatasetCounts";
import { Gallery } from "../../../../ui/data/Gallery";
import labClasses from "../../../../ui/labs/labs.module.css";
import { TableBox } from "../../../../ui/labs/TableBox";
import { useTexts, useTranslate } from "../../../../ui/language/useTexts";
import { measuredCounts, warningsOf } from "../../dataCheck";
import type { AdviceConfig } from "../../schema";
import { texts } from "../../texts";
import classes from "../advice.module.css";

/** What the user's data is, and whether an answer can be read from it, before anything is trained. */
export function DataCard({ config }: { config: AdviceConfig }) {
  const t = useTexts(texts);
  const { surveys } = usePlayground();
  const key = useSelect((state) => surveyKey("advice", state));
  const survey = useSelect((state) => surveyOf("advice", state));
  // biome-ignore lint/correctness/useExhaustiveDependencies: other data is looked at as well.
  useEffect(() => void surveys.look("advice"), [surveys, key]);
  if (!survey) return null;
  return (
    <section className={labClasses.card} aria-label={t.check.title}>
      <h3>{t.check.title}</h3>
      {isSurveying(survey) && <Reading share={survey.share} />}
      <Refusal isUnread={survey.failure !== null} />
      {survey.found && <Found config={config} dataset={survey.found.dataset} />}
    </section>
  );
}

function Reading({ share }: { share: number | null }) {
  const t = useTexts(texts);
  if (share === 1) return <p role="status">{t.check.looking}</p>;
  return (
    <p role="status">
      {t.check.reading}
      {share === null ? "\u2026" : `: ${formatPercent(share, 0)}`}
    </p>
  );
}

/** Why there can be no answer. */
function Refusal({ isUnread }: { isUnread: boolean }) {
  const t = useTexts(texts);
  const translated = useTranslate();
  const refusal = useSelect((state) => refusalOf("advice", state));
  if (!refusal) return null;
  const reason = translated(refusal);
  return (
    <p className={classes.missing} role="alert">
      {isUnread ? t.check.failed({ reason }) : `${t.check.refused} ${reason}`}
    </p>
  );
}

function measuredOn(config: AdviceConfig, dataset: DatasetSummary) {
  return { ...measuredCounts(config, dataset), classes: dataset.classNames.length };
}

function Found({ config, dataset }: { config: AdviceConfig; dataset: DatasetSummary }) {
  const t = useTexts(texts);
  const translated = useTranslate();
  const rows = useMemo(() => classRows(dataset), [dataset]);
  const isImages = dataset.shape.length === 3;
  const warnings = dataset.labeled ? warningsOf(config, dataset) : [];
  return (
    <>
      <p>
        <DatasetCounts dataset={dataset} /> {rows.length > 0 && t.check.held(measuredOn(config, dataset))}
      </p>
      {warnings.map(translated).map((warning) => (
        <p key={warning} className={classes.missing}>
          {warning}
        </p>
      ))}
      {rows.length > 0 && (
        <TableBox label={t.check.title}>
          <ClassTable dataset={dataset} rows={rows} />
        </TableBox>
      )}
      {rows.length === 0 && isImages && <Gallery dataset={dataset} />}
    </>
  );
}
