import { useMemo } from "react";
import { formatPlain, formatSigned } from "../../../../i18n/format";
import { useSelect } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import { useShowing } from "../../formula/lit";
import { FigureCard } from "../../views/FigureCard";
import { cornersOf } from "./corners";
import classes from "./limits.module.css";
import { type Cell, DATA_IDS, earlierCells, ownCells, verdictOf } from "./measured";
import { texts } from "./texts";

/** What was measured, a table for each kind of data: by batch size along, by temperature down. */
export function RegimeMap() {
  const { pictures, map: t } = useTexts(texts);
  const history = useSelect((state) => state.history);
  const own = useMemo(() => ownCells(history, cornersOf()), [history]);
  return (
    <FigureCard title={pictures.map} className={classes.card}>
      {DATA_IDS.map((id) => (
        <DataMap key={id} title={t[id]} cells={earlierCells(id)} />
      ))}
      {own.length > 0 ? <DataMap title={t.own} cells={own} /> : <p className={classes.note}>{`${t.own}: ${t.none}`}</p>}
      <p className={classes.note}>{t.source}</p>
    </FigureCard>
  );
}

function DataMap({ title, cells }: { title: string; cells: readonly Cell[] }) {
  const { map: t } = useTexts(texts);
  const batches = sorted(cells.map(({ batchSize }) => batchSize));
  const temperatures = sorted(cells.map(({ temperature }) => temperature));
  return (
    <div className={classes.scroller}>
      <table className={classes.map}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {batches.map((batch) => (
              <Head key={batch} symbol="negatives" scope="col" text={t.batch({ value: formatPlain(batch) })} />
            ))}
          </tr>
        </thead>
        <tbody>
          {temperatures.map((temperature) => (
            <tr key={temperature}>
              <Head symbol="tau" scope="row" text={t.temperature({ value: formatPlain(temperature) })} />
              {batches.map((batch) => (
                <Place
                  key={batch}
                  cell={cells.find((cell) => cell.batchSize === batch && cell.temperature === temperature)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function Head({ symbol, scope, text }: { symbol: string; scope: "col" | "row"; text: string }) {
  return (
    <th scope={scope} {...useShowing(symbol)}>
      {text}
    </th>
  );
}

function Place({ cell }: { cell: Cell | undefined }) {
  const { map: t } = useTexts(texts);
  if (!cell) return <td className={classes.empty}>{"\u00b7"}</td>;
  const verdict = verdictOf(cell);
  return (
    <td data-verdict={verdict}>
      <b>{formatSigned(cell.difference, 1)}</b>
      <span>{t[verdict]}</span>
      <span>{t.seeds({ n: cell.seeds })}</span>
    </td>
  );
}
