import { NativeSelect } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { formatCount } from "../../../i18n/format";
import { METRICS, type MetricId, metricOf } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import { againstBatch } from "../../../record/drawn/againstBatch";
import { shownRun } from "../../../session/shown";
import { useLooks, usePlayground, useSelect, useShownConfig } from "../../context";
import { useTexts } from "../../language/useTexts";
import { type About, ChartCard } from "../ChartCard";
import classes from "../charts.module.css";
import { ChartTable } from "../plot/ChartTable";
import { FRAME, frameFor } from "../plot/frame";
import { LineNames } from "../plot/Legend";
import type { Mark } from "../plot/marks";
import { Plot } from "../plot/Plot";
import { useRevision } from "../series/useRevision";
import { useDrawingBox } from "../useDrawingBox";
import { useRegistered } from "../useRegistered";
import { waitingText } from "../waiting";
import { batchRows, lineLooks, sizeAxis, valueAxis } from "./lines";
import { texts } from "./texts";

const NAME = "batches";
const HEIGHT = 240;
const NO_MARKS: Mark[] = [];

/** The paper's figure: a metric against the batch size, a line for each objective, while the run goes on. */
export default function BatchFigure() {
  const t = useTexts(texts);
  const card = useRef<HTMLElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  const accuracy = useSelect((state) => state.view.accuracy);
  const [chosen, setChosen] = useState<MetricId | null>(null);
  const [asTable, setAsTable] = useState(false);
  const metric = chosen ?? accuracy;
  const figure = useFigure(metric, useRevision("turn", card));
  const { box, width, height } = useDrawingBox(NAME, HEIGHT);
  const { label } = metricTexts(metricOf(metric));
  const title = t.title({ metric: label });
  useRegistered(NAME, title, chart, figure.looks, label);
  const shared = { rows: figure.rows, xKey: "size", xName: t.x, formatX: formatCount };
  return (
    <ChartCard
      {...{ name: NAME, title, asTable }}
      ref={card}
      about={useAbout(metric)}
      note={figure.step === null ? undefined : t.at({ step: formatCount(figure.step) })}
      controls={<MetricSelect metric={metric} onChange={setChosen} />}
      onToggleTable={() => setAsTable(!asTable)}
    >
      <LineNames looks={figure.looks} />
      <div {...box}>
        {figure.rows.length === 0 && <Waiting metric={metric} />}
        {figure.rows.length > 0 && asTable && <ChartTable {...{ title, height, ...shared }} looks={figure.looks} />}
        {figure.rows.length > 0 && !asTable && width > 0 && (
          <div ref={chart} role="img" aria-label={title}>
            <Plot
              {...{ ...shared, width, height }}
              frame={frameFor(FRAME, figure.y)}
              data={{ rows: figure.rows, lines: figure.looks.length }}
              looks={figure.looks}
              x={figure.x}
              y={figure.y}
              xLog
              log={figure.y.log}
              marks={NO_MARKS}
              dots
            />
          </div>
        )}
      </div>
    </ChartCard>
  );
}

const NOTHING = { step: null, sizes: [], lines: [] };

function useFigure(metric: MetricId, revision: number) {
  const config = useShownConfig();
  const run = shownRun(usePlayground().state);
  const looks = useLooks(config);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns of the run grow in place.
  return useMemo(() => {
    const drawn = againstBatch(config, run?.columns ?? null, metric) ?? NOTHING;
    const rows = batchRows(drawn);
    const axes = { x: sizeAxis(drawn), y: valueAxis(rows, metric) };
    return { step: drawn.step, rows, looks: lineLooks(config, drawn, looks), ...axes };
  }, [config, run, looks, metric, revision]);
}

function useAbout(metric: MetricId): About {
  const t = useTexts(texts);
  const { label, guide, unit } = metricTexts(metricOf(metric));
  return { name: label, guide, unit, notes: [t.guide, t.sameRun] };
}

function Waiting({ metric }: { metric: MetricId }) {
  const config = useShownConfig();
  const { state } = usePlayground();
  const circumstances = { run: shownRun(state), starting: state.starting, isMeasured: false };
  return <p className={classes.waiting}>{waitingText(metricOf(metric), config, circumstances)}</p>;
}

/** Metrics that mean the same whatever the batch size is. */
const COMPARED = Object.values(METRICS).filter(({ comparison }) => comparison === "always");

function MetricSelect({ metric, onChange }: { metric: MetricId; onChange: (metric: MetricId) => void }) {
  const t = useTexts(texts);
  return (
    <NativeSelect
      size="xs"
      aria-label={t.metric}
      data={COMPARED.map((one) => ({ value: one.id, label: metricTexts(one).label }))}
      value={metric}
      onChange={(event) => onChange(event.currentTarget.value as MetricId)}
    />
  );
}
