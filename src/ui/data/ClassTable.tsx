import type { DatasetSummary } from "../../data/types";
import { formatCount, formatPercent } from "../../i18n/format";
import charts from "../charts/charts.module.css";
import { useDark } from "../context";
import { useTexts } from "../language/useTexts";
import { classColor } from "../views/classLook";
import type { ClassRow } from "./classRows";
import classes from "./classTable.module.css";
import { SampleStrip } from "./SampleStrip";
import { texts } from "./texts";

/** Every class with its counts, its share and a few of its samples. */
export function ClassTable({ dataset, rows }: { dataset: DatasetSummary; rows: ClassRow[] }) {
  const t = useTexts(texts);
  const isImages = dataset.shape.length === 3;
  const largest = Math.max(...rows.map(({ share }) => share));
  return (
    <table className={classes.classes} data-images={isImages || undefined}>
      <caption className={charts.hidden}>{t.classes.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.classes.name}</th>
          <th scope="col">{dataset.bank ? t.classes.bank : t.classes.train}</th>
          <th scope="col">{t.classes.test}</th>
          <th scope="col">{t.classes.share}</th>
          {isImages && <th scope="col">{t.classes.samples}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, label) => (
          <tr key={row.name}>
            <th scope="row">
              {!isImages && <Dot label={label} of={rows.length} />}
              <span>{row.name}</span>
            </th>
            <td>{formatCount(row.known)}</td>
            <td>{row.test === null ? "\u2013" : formatCount(row.test)}</td>
            <td>
              <Share share={row.share} width={row.share / largest} />
            </td>
            {isImages && (
              <td>
                <Samples dataset={dataset} row={row} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The color that the class has on the map. */
function Dot({ label, of }: { label: number; of: number }) {
  return <i className={classes.dot} style={{ background: classColor(label, of, useDark()) }} aria-hidden="true" />;
}

function Share({ share, width }: { share: number; width: number }) {
  return (
    <span className={classes.share}>
      <span className={classes.bar} aria-hidden="true">
        <span style={{ width: `${100 * width}%` }} />
      </span>
      {formatPercent(share)}
    </span>
  );
}

function Samples({ dataset, row }: { dataset: DatasetSummary; row: ClassRow }) {
  const t = useTexts(texts);
  const { shape, bank } = dataset;
  const samples = bank?.samples ?? dataset.samples;
  if (row.shown.length === 0) return null;
  return (
    <SampleStrip
      {...{ shape, values: samples.values, shown: row.shown }}
      columns={8}
      label={t.classes.shown({ count: row.shown.length, name: row.name })}
    />
  );
}
