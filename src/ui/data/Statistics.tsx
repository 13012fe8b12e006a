import type { DatasetSummary } from "../../data/types";
import { formatCount, formatFixed } from "../../i18n/format";
import { Info } from "../components/Info";
import { words } from "../words";
import { panelWords } from "../words/dataPanel";
import classes from "./data.module.css";

const text = panelWords.statistics;

/** Mean and standard deviation of each channel, or of the first dimensions. */
export function Statistics({ dataset }: { dataset: DatasetSummary }) {
  const { shape, statistics } = dataset;
  const isImages = shape.length === 3;
  const names = channelNames(shape, statistics.mean.length);
  const left = (shape.at(-1) ?? 0) - names.length;
  return (
    <div className={classes.statistics}>
      <table aria-label={text.title}>
        <thead>
          <tr>
            <th scope="col">
              {isImages ? text.of : text.dimension}
              <Info label={words.charts.about(text.title)}>{isImages ? text.guide : text.points}</Info>
            </th>
            <th scope="col">{text.mean}</th>
            <th scope="col">{text.deviation}</th>
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
      {left > 0 && <p className={classes.note}>{text.more(formatCount(left))}</p>}
    </div>
  );
}

function channelNames(shape: number[], count: number): string[] {
  if (shape.length !== 3) return Array.from({ length: count }, (_, i) => String(i + 1));
  if (count === 1) return [text.grey];
  return count === 3 ? text.colours : Array.from({ length: count }, (_, i) => text.channel(i + 1));
}
