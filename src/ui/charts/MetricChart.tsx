import { useRef, useState } from "react";
import { type MetricId, metricOf } from "../../metrics";
import { type AxisChoice, aboutOf, ChartCard } from "./ChartCard";
import classes from "./charts.module.css";
import { ChartCursor } from "./metric/ChartCursor";
import { Emptiness } from "./metric/Emptiness";
import { MetricPlot } from "./metric/MetricPlot";
import { MetricTable } from "./metric/MetricTable";
import { ShowAll } from "./metric/ShowAll";
import { type MetricDrawing, useMetricDrawing } from "./metric/useMetricDrawing";
import { MarkedReading } from "./overlay/MarkedReading";
import { Readings } from "./overlay/Readings";
import { Legend, ReadingStep } from "./plot/Legend";
import type { Mark } from "./plot/marks";
import { useLineSwitch } from "./useLineSwitch";
import { useOutliers } from "./useOutliers";
import { useRegistered } from "./useRegistered";

export interface MetricChartProps {
  /** Name under which the chart can be saved. */
  name: string;
  title: string;
  /** What to look for in it, in a few words. */
  says?: string | undefined;
  metric: MetricId;
  height: number;
  compact?: boolean;
  log?: boolean;
  /** Offered in the menu of the card. */
  scale?: AxisChoice;
  /** Horizontal lines, in the units of the metric. */
  marks?: Mark[];
  /** Controls in the head of the card. */
  children?: React.ReactNode;
}

const NO_MARKS: Mark[] = [];

/** One metric of all arms over the steps, or the paired difference of two of them. */
export function MetricChart({ compact = false, log = false, marks = NO_MARKS, ...props }: MetricChartProps) {
  const { name, title, metric } = props;
  const [asTable, setAsTable] = useState(false);
  const card = useRef<HTMLElement>(null);
  const drawing = useMetricDrawing({ name, metric, height: props.height, compact, log, marks, card });
  const outliers = useOutliers();
  return (
    <ChartCard
      ref={card}
      {...{ name, title, asTable, outliers }}
      figure={metric}
      compact={drawing.compact}
      about={aboutOf(metricOf(metric), metric)}
      controls={props.children}
      scale={drawing.charted.difference ? undefined : props.scale}
      onToggleTable={() => setAsTable(!asTable)}
    >
      {props.says && <p className={classes.says}>{props.says}</p>}
      <MetricLegend {...{ name, drawing }} />
      <MetricBody {...{ name, title, metric, drawing, asTable }} />
    </ChartCard>
  );
}

/** The arms with their values, and the way back from a zoom where there is room for it. */
function MetricLegend({ name, drawing }: { name: string; drawing: MetricDrawing }) {
  const { charted, compact, isSparse } = drawing;
  const { data, looks, difference, hidden, pinned, zoom } = charted;
  const lines = useLineSwitch(looks, hidden);
  return (
    <Legend
      {...{ looks, isSparse, pinned }}
      rows={data.rows}
      lines={difference ? null : lines}
      compact={compact && !difference}
      digits={compact ? 2 : 3}
    >
      {zoom && !compact && <ShowAll name={name} />}
    </Legend>
  );
}

interface MetricBodyProps {
  name: string;
  title: string;
  metric: MetricId;
  drawing: MetricDrawing;
  asTable: boolean;
}

/** The drawing under its cursor, the table behind it, or what is said where there is nothing. */
function MetricBody({ name, title, metric, drawing, asTable }: MetricBodyProps) {
  const { box, width, compact, isSparse, isLog, charted } = drawing;
  const { data, looks, zoom, beside } = charted;
  const chart = useRef<HTMLDivElement>(null);
  useRegistered(name, title, chart, looks);
  const hasCurves = data.rows.length > 0 || beside.length > 0;
  return (
    <div {...box}>
      <Emptiness {...{ metric, charted }} log={isLog} />
      {isSparse && <ReadingStep rows={data.rows} />}
      {!compact && beside.length > 0 && <MarkedReading name={name} curves={beside} />}
      {asTable && hasCurves && <MetricTable {...{ title, drawing }} />}
      {!asTable && width > 0 && (
        <div ref={chart} aria-hidden="true">
          <MetricPlot drawing={drawing} />
        </div>
      )}
      {!asTable && (hasCurves || zoom) && <ChartCursor {...{ name, title, drawing }} />}
      {zoom && compact && <ShowAll name={name} small />}
      {!asTable && <Readings {...{ name, drawing }} />}
    </div>
  );
}
