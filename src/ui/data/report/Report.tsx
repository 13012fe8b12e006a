import type { DataReport } from "../../../data/report/report";
import { texts } from "../../../data/report/texts";
import { useTexts } from "../../language/useTexts";
import { Reading } from "./Reading";
import classes from "./report.module.css";
import { Suspicions } from "./Suspicions";

/** What became of the files that were brought, beside the data. */
export function Report({ report }: { report: DataReport }) {
  const t = useTexts(texts);
  return (
    <section className={classes.report} aria-label={t.title}>
      <h3>{t.title}</h3>
      <Reading report={report} />
      <Suspicions report={report} />
    </section>
  );
}
