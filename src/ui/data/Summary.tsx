import { isAllTaken } from "../../data/report/report";
import { texts as reportTexts } from "../../data/report/texts";
import type { DatasetSummary } from "../../data/types";
import { useTexts, useTranslate } from "../language/useTexts";
import settings from "../settings/settings.module.css";
import { Thumbnails } from "../views/Thumbnails";
import { DataPanelButton } from "./DataPanelButton";
import { DatasetCounts } from "./DatasetCounts";
import { Suspicions } from "./report/Suspicions";
import { texts } from "./texts";

/** The run's data in a few pictures and one line, and the way to a closer look. */
export function Summary({ dataset }: { dataset: DatasetSummary }) {
  const t = useTexts(texts);
  const { labeled, report } = dataset;
  const translate = useTranslate();
  return (
    <>
      <Thumbnails dataset={dataset} />
      <p className={settings.hint}>
        <DatasetCounts dataset={dataset} />
        {report && ` ${isAllTaken(report) ? t.summary.taken : translate(reportTexts.someLeft)}`}
        {!labeled && ` ${t.summary.unlabeled}`}
      </p>
      {report && <Suspicions report={report} />}
      <DataPanelButton tab="samples">{t.summary.look}</DataPanelButton>
    </>
  );
}
