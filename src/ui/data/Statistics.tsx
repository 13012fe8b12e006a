import type { DatasetSummary } from "../../data/types";
import { formatCount, formatFixed } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import { Info } from "../components/Info";
import { texts as componentsTable } from "../components/texts";
import { useTexts } from "../language/useTexts";
import { columnNames } from "./columnNames";
import classes from "./contents.module.css";
import data from "./data.module.css";
import { texts } from "./texts";

/** Mean and standard deviation of each channel, or of the first dimensions. */
export function Statistics({ dataset }: { dataset: DatasetSummary }) {
  const t = useTexts(texts);
  const componentsTexts = useTexts(componentsTable);
  const { shape, statistics } = dataset;
  const isImages = shape.length === 3;
  const count = statistics.mean.length;
  const names = isImages ? channelNames(count) : (columnNames(dataset) ?? numbersTo(shape[0] ?? 0)).slice(0, count);
  const left = (shape.at(-1) ?? 0) - names.length;
  return (
    <div className={classes.statistics}>
      <table aria-label={t.statistics.title}>
        <thead>
          <tr>
            <th scope="col">
              {isImages ? t.statistics.of : t.statistics.dimension}
              <Info label={componentsTexts.about({ title: t.statistics.title })}>
                {isImages ? t.statistics.guide : t.statistics.points}
              </Info>
            </th>
            <th scope="col">{t.statistics.mean}</th>
            <th scope="col">{t.statistics.deviation}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name, channel) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{formatFixed(statistics.mean[channel]!, 3)}</td>
              <td>{formatFixed(statistics.deviation[channel]!, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className={data.note}>{t.statistics.more({ n: formatCount(left) })}</p>}
    </div>
  );
}

function channelNames(count: number): readonly string[] {
  const t = translateAll(texts);
  if (count === 1) return [t.statistics.grey];
  return count === 3
    ? t.statistics.colors
    : Array.from({ length: count }, (_, i) => t.statistics.channel({ n: i + 1 }));
}

const numbersTo = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));
