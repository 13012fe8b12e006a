import { useElementSize } from "@mantine/hooks";
import { useMemo, useRef, useState } from "react";
import { formatNumber } from "../../../i18n/format";
import { METRICS } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import { differenceFormat } from "../../../record/words/difference";
import { ChartCard } from "../../../ui/charts/ChartCard";
import charts from "../../../ui/charts/charts.module.css";
import { useRegistered } from "../../../ui/charts/useRegistered";
import { useTexts, useTranslate } from "../../../ui/language/useTexts";
import type { CellResult } from "../summary";
import { texts } from "../texts";
import { MapDrawing } from "./MapDrawing";
import { MapTable } from "./MapTable";
import { type MapModel, mapOf } from "./mapModel";
import classes from "./sweep.module.css";
import type { Sweep } from "./useSweep";

const FORMULA = "f = \\frac{\\xi}{1 + \\xi}";

interface RegimeMapProps {
  sweep: Sweep;
  chosen: CellResult | null;
  choose: (cell: CellResult) => void;
}

/** Where one arm is ahead of another: the paired difference in every cell, over contour lines of the vanishing factor. */
export function RegimeMap({ sweep, chosen, choose }: RegimeMapProps) {
  const t = useTexts(texts);
  const { config, looks } = sweep;
  const [asTable, setAsTable] = useState(false);
  const { ref, width } = useElementSize();
  const drawing = useRef<HTMLDivElement>(null);
  const map = useMemo(() => mapOf(sweep), [sweep]);
  const title = t.map.title({ metric: metricTexts(METRICS[config.metric]).label });
  const [labelA, labelB] = [looks[config.armA]?.label ?? "", looks[config.armB]?.label ?? ""];
  const legend = useMemo(
    () => [
      { label: t.map.larger({ arm: labelA }), color: "var(--scale-low)", dash: "" },
      { label: t.map.larger({ arm: labelB }), color: "var(--scale-high)", dash: "" },
    ],
    [labelA, labelB, t.map.larger],
  );
  useRegistered("sweep-map", title, drawing, legend);
  return (
    <ChartCard
      name="sweep-map"
      title={title}
      about={{ name: title, guide: t.map.guide, formula: FORMULA }}
      asTable={asTable}
      onToggleTable={() => setAsTable(!asTable)}
    >
      <MapLegend map={map} labels={[labelA, labelB]} metric={config.metric} />
      <div ref={ref}>
        {asTable && <MapTable sweep={sweep} map={map} title={title} />}
        {!asTable && width > 0 && map.cells.length > 0 && (
          <div ref={drawing}>
            <MapDrawing {...{ config, map, width, chosen, choose }} />
          </div>
        )}
      </div>
      <Packing map={map} />
      <Problems map={map} />
    </ChartCard>
  );
}

interface MapLegendProps {
  map: MapModel;
  labels: [string, string];
  metric: Sweep["config"]["metric"];
}

function MapLegend({ map, labels: [a, b], metric }: MapLegendProps) {
  const t = useTexts(texts);
  const write = differenceFormat(metric);
  return (
    <p className={classes.legend}>
      <span>{t.map.larger({ arm: a })}</span>
      <span className={classes.scale}>
        <span className={classes.end}>{map.largest > 0 && write(-map.largest, false)}</span>
        <span className={classes.ramp} aria-hidden="true" />
        <span className={classes.end}>{map.largest > 0 && write(map.largest)}</span>
      </span>
      <span>{t.map.larger({ arm: b })}</span>
      <span className={classes.key}>
        <span className={classes.framed} aria-hidden="true" /> {t.map.framed}
      </span>
      <span className={classes.key}>
        <span className={classes.pale} aria-hidden="true" /> {t.map.pale}
      </span>
      <span className={classes.key}>
        <span className={classes.line} aria-hidden="true" /> {t.map.contours}
      </span>
    </p>
  );
}

/** How many cells were trained together, and how many times as fast that was: the mean over the cohorts' cells. */
function Packing({ map }: { map: MapModel }) {
  const t = useTexts(texts);
  const firsts = map.cells.flatMap(({ result }) => result.rows[0] ?? []);
  const gains = firsts.flatMap(({ packingGain }) => packingGain ?? []);
  if (gains.length === 0) return null;
  const gain = formatNumber(gains.reduce((sum, one) => sum + one, 0) / gains.length, 2);
  const most = Math.max(...firsts.map(({ together }) => together ?? 1));
  return <p className={charts.note}>{t.map.packed({ count: gains.length, most, gain })}</p>;
}

/** Cells that are no experiments, with the reason in the config's own words, each reason once. */
function Problems({ map }: { map: MapModel }) {
  const t = useTexts(texts);
  const translated = useTranslate();
  const problems = map.cells.flatMap(({ result }) => (result.problem === null ? [] : [translated(result.problem)]));
  if (problems.length === 0) return null;
  return (
    <div className={charts.note}>
      {t.map.problems({ count: problems.length })}
      <ul className={classes.problems}>
        {[...new Set(problems)].map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}
