import { Button } from "@mantine/core";
import { useMemo } from "react";
import type { DatasetSummary } from "../../data/types";
import { formatCount } from "../../i18n/format";
import { useTexts } from "../language/useTexts";
import { Thumbnails } from "../views/Thumbnails";
import { ClassTable } from "./ClassTable";
import { classRows } from "./classRows";
import { columnNames } from "./columnNames";
import classes from "./contents.module.css";
import data from "./data.module.css";
import { describeShape } from "./describeShape";
import { texts as editorTable } from "./editor/texts";
import { Gallery } from "./Gallery";
import { Report } from "./report/Report";
import { Statistics } from "./Statistics";
import { texts } from "./texts";

interface ContentsProps {
  dataset: DatasetSummary;
  /** Leads to where it is said what is what. */
  onChange: () => void;
}

/** The data set in numbers and pictures. */
export function Contents({ dataset, onChange }: ContentsProps) {
  const t = useTexts(texts);
  const editor = useTexts(editorTable);
  const { shape, samples, report, outline } = dataset;
  const isImages = shape.length === 3;
  const [x, y] = columnNames(dataset) ?? [];
  const rows = useMemo(() => classRows(dataset), [dataset]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the tab panel around it is the landmark.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
    <div className={data.scroller} role="group" tabIndex={0} aria-label={t.tabs.samples}>
      <div className={classes.overview}>
        <Facts dataset={dataset} />
        <Statistics dataset={dataset} />
      </div>
      {report && <Report report={report} />}
      {report && outline && (
        <Button className={classes.change} size="compact-sm" variant="default" onClick={onChange}>
          {editor.change}
        </Button>
      )}
      {rows.length === 0 && <p className={data.note}>{t.classes.none}</p>}
      <div className={classes.contents} data-map={!isImages || undefined}>
        {rows.length > 0 && <ClassTable dataset={dataset} rows={rows} />}
        {isImages && !samples.labels && <Gallery dataset={dataset} />}
        {!isImages && (
          <figure className={classes.map}>
            <Thumbnails dataset={dataset} mapHeight={MAP_HEIGHT} />
            <figcaption className={data.note}>
              {x && y
                ? t.classes.mapOfColumns({ count: samples.count, x, y })
                : t.classes.map({ count: samples.count, dimensions: shape[0] ?? 0 })}
            </figcaption>
          </figure>
        )}
      </div>
    </div>
  );
}

const MAP_HEIGHT = 340;

function Facts({ dataset }: { dataset: DatasetSummary }) {
  const t = useTexts(texts);
  const { trainCount, bank, testCount, classCounts, classNames, shape } = dataset;
  const facts = [
    [t.facts.train, formatCount(trainCount)],
    ...(bank ? ([[t.facts.bank, formatCount(bank.count)]] as const) : []),
    [t.facts.test, formatCount(testCount)],
    [t.facts.classes, classCounts ? formatCount(classNames.length) : t.facts.unlabeled],
    [t.facts.shape, describeShape(shape)],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
