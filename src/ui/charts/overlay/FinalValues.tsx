import { NativeSelect } from "@mantine/core";
import { useMemo, useRef, useState } from "react";
import { formatNumber } from "../../../i18n/format";
import { METRICS, type MetricId, metricOf } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import type { Run } from "../../../session/run";
import { shownRun } from "../../../session/shown";
import { useLooks, usePlayground, useSelect, useShownConfig } from "../../context";
import { useTexts } from "../../language/useTexts";
import { ChartCard } from "../ChartCard";
import classes from "../charts.module.css";
import { DataTable } from "../plot/DataTable";
import { useRevision } from "../series/useRevision";
import { useDrawingBox } from "../useDrawingBox";
import { useRegistered } from "../useRegistered";
import { FinalPlot, finalPlotHeight } from "./FinalPlot";
import { type FinalBar, finalBars } from "./finalBars";
import overlay from "./overlay.module.css";
import { RunAgainst } from "./RunAgainst";
import { texts } from "./texts";
import { type DrawnRun, useOverlaid } from "./useOverlaid";

const NAME = "finalValues";

/** What came of the run that is shown and of those behind it; nothing while there are none. */
export function FinalValues() {
  const runs = useOverlaid();
  return runs.length > 0 && <FinalValuesOf runs={runs} />;
}

/** Final values as bars and dots, and how the run that is shown differs from another. */
function FinalValuesOf({ runs }: { runs: readonly DrawnRun[] }) {
  const t = useTexts(texts);
  const card = useRef<HTMLElement>(null);
  const chart = useRef<HTMLDivElement>(null);
  const revision = useRevision("turn", card);
  const accuracy = useSelect((state) => state.view.accuracy);
  const [chosen, setChosen] = useState<MetricId | null>(null);
  const [asTable, setAsTable] = useState(false);
  const metric = chosen ?? accuracy;
  const run = shownRun(usePlayground().state);
  const bars = useBars(run, runs, metric, revision);
  const height = finalPlotHeight(Math.max(1, bars.length));
  const { box, width } = useDrawingBox(NAME, height);
  useRegistered(NAME, t.finals, chart, NO_LOOKS, metricTexts(metricOf(metric)).label);
  return (
    <ChartCard
      {...{ name: NAME, title: t.finals, asTable }}
      ref={card}
      about={{ name: t.finals, guide: t.finalsGuide, unit: metricTexts(metricOf(metric)).unit }}
      controls={<MetricSelect metric={metric} onChange={setChosen} />}
      onToggleTable={() => setAsTable(!asTable)}
    >
      <div {...box}>
        {bars.length === 0 && <p className={classes.waiting}>{t.noFinals}</p>}
        {bars.length > 0 && asTable && <FinalTable bars={bars} height={height} />}
        {bars.length > 0 && !asTable && width > 0 && (
          <div ref={chart}>
            <FinalPlot {...{ width, bars, metric }} />
          </div>
        )}
      </div>
      {run && <RunAgainst {...{ run, runs, metric, revision }} />}
    </ChartCard>
  );
}

const NO_LOOKS: [] = [];

function useBars(run: Run | null, runs: readonly DrawnRun[], metric: MetricId, revision: number): FinalBar[] {
  const looks = useLooks(useShownConfig());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns of the run grow in place.
  return useMemo(() => {
    const shown = run ? [{ ...run, number: "", looks }] : [];
    return finalBars([...shown, ...runs.map((other) => ({ ...other, number: String(other.number) }))], metric);
  }, [run, runs, looks, metric, revision]);
}

function MetricSelect({ metric, onChange }: { metric: MetricId; onChange: (metric: MetricId) => void }) {
  const t = useTexts(texts);
  return (
    <NativeSelect
      className={overlay.metric}
      size="xs"
      aria-label={t.metric}
      data={Object.values(METRICS).map((one) => ({ value: one.id, label: metricTexts(one).label }))}
      value={metric}
      onChange={(event) => onChange(event.currentTarget.value as MetricId)}
    />
  );
}

function FinalTable({ bars, height }: { bars: FinalBar[]; height: number }) {
  const t = useTexts(texts);
  return (
    <DataTable
      title={t.finals}
      height={height}
      columns={[t.arm, t.mean, t.seeds]}
      rows={bars.map(({ number, look, mean, seeds }) => ({
        name: [number, look.label].filter(Boolean).join(" "),
        cells: [formatNumber(mean), seeds.map((value) => formatNumber(value)).join(", ")],
      }))}
    />
  );
}
