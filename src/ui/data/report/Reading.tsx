import { Fragment } from "react";
import type { DataReport } from "../../../data/report/report";
import { reportInWords } from "../../../data/report/words";
import { useLocale } from "../../language/useTexts";
import classes from "./report.module.css";

/** What became of the files that were brought, in numbers that add up, and where classes and held-out samples come from. */
export function Reading({ report }: { report: DataReport }) {
  useLocale();
  const { counted, origins, notes } = reportInWords(report);
  return (
    <div className={classes.reading}>
      <ul className={classes.tallies}>
        {counted.map(({ said, left }) => (
          <li key={said}>
            {said}
            {left.length > 0 && (
              <ul>
                {left.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <dl className={classes.origins}>
        {origins.map(([name, origin]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{origin}</dd>
          </Fragment>
        ))}
      </dl>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
