import { IconAlertTriangle } from "@tabler/icons-react";
import type { DataReport } from "../../../data/report/report";
import { texts } from "../../../data/report/texts";
import { useTexts, useTranslate } from "../../language/useTexts";
import classes from "./report.module.css";

/** What of the data may make a run say less than it seems to. */
export function Suspicions({ report: { suspicions } }: { report: Pick<DataReport, "suspicions"> }) {
  const t = useTexts(texts);
  const translate = useTranslate();
  if (suspicions.length === 0) return null;
  return (
    <div className={classes.suspicions}>
      <IconAlertTriangle size={16} aria-hidden="true" />
      <div>
        <strong>{t.suspicious}</strong>
        <ul>
          {suspicions.map(({ kind, said }) => (
            <li key={kind}>{translate(said)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
