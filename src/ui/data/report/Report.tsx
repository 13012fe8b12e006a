import type { DataReport, LeftOut, Tally } from "../../../data/report/report";
import { texts } from "../../../data/report/texts";
import { useTexts, useTranslate } from "../../language/useTexts";
import classes from "./report.module.css";
import { Suspicions } from "./Suspicions";

/** What became of the files that were brought, in numbers that add up. */
export function Report({ report }: { report: DataReport }) {
  const t = useTexts(texts);
  const translate = useTranslate();
  const { sources, samples, labels, bank, split, notes } = report;
  return (
    <section className={classes.report} aria-label={t.title}>
      <h3>{t.title}</h3>
      <ul className={classes.tallies}>
        {[...sources, samples].map((tally) => (
          <Counted key={tally.of} tally={tally} />
        ))}
      </ul>
      <dl className={classes.origins}>
        <dt>{t.labelsFrom}</dt>
        <dd>{translate(labels)}</dd>
        {bank && <dt>{t.bankFrom}</dt>}
        {bank && <dd>{translate(bank)}</dd>}
        <dt>{t.splitFrom}</dt>
        <dd>{translate(split)}</dd>
      </dl>
      {notes.map((note) => (
        <p key={JSON.stringify(note)}>{translate(note)}</p>
      ))}
      <Suspicions report={report} />
    </section>
  );
}

function Counted({ tally: { of, found, taken, left } }: { tally: Tally }) {
  const t = useTexts(texts);
  return (
    <li>
      {t.counted({ of, found, taken, left: found - taken })}
      {left.length > 0 && (
        <ul>
          {left.map((reason) => (
            <Reason key={JSON.stringify(reason.why)} reason={reason} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Reason({ reason: { count, why, names } }: { reason: LeftOut }) {
  const t = useTexts(texts);
  if (names.length === 0) return <li>{t.leftOut({ count, why })}</li>;
  const more = names.length < count ? ["\u2026"] : [];
  return <li>{t.leftOutNamed({ count, why, names: [...names, ...more].join(", ") })}</li>;
}
