import type { DataReport } from "../../../data/report/report";
import { texts } from "../../../data/report/texts";
import { useTexts } from "../../language/useTexts";
import { Reading } from "./Reading";
import classes from "./report.module.css";
import { Suspicions } from "./Suspicions";

/** The same of a run whose data are no longer at hand: its suspicions, and folded what was read. */
export function KeptReport({ report }: { report: DataReport }) {
  const t = useTexts(texts);
  return (
    <div className={classes.kept}>
      <details>
        <summary>{t.title}</summary>
        <Reading report={report} />
      </details>
      <Suspicions report={report} />
    </div>
  );
}
