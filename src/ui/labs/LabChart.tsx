import { useElementSize } from "@mantine/hooks";
import { useMemo, useRef, useState } from "react";
import type { ArmLook } from "../../config/arms";
import { isMeasuring, shownLab } from "../../session/labs/labState";
import type { PlaygroundState } from "../../session/playgroundState";
import { type About, ChartCard } from "../charts/ChartCard";
import classes from "../charts/charts.module.css";
import { ChartTable } from "../charts/plot/ChartTable";
import { FRAME, frameFor } from "../charts/plot/frame";
import { LineNames } from "../charts/plot/Legend";
import { Plot, type PlotProps } from "../charts/plot/Plot";
import type { PlotRow } from "../charts/plot/rows";
import { useRegistered } from "../charts/useRegistered";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { texts } from "./texts";

interface LabChartProps extends Pick<PlotProps, "x" | "y" | "xLog" | "log" | "marks" | "stretches" | "steps" | "dots"> {
  /** Name under which the chart can be saved. */
  name: string;
  title: string;
  about: About;
  rows: PlotRow[];
  looks: ArmLook[];
  /** Field of a row that is its place on the x axis, the axis' name, and how a place is written. */
  xKey: string;
  xName: string;
  formatX: (x: number) => string;
  /** Controls in the head of the card. */
  controls?: React.ReactNode;
  /** Below the chart. */
  children?: React.ReactNode;
}

const HEIGHT = 240;

/** Why a chart of the lab on the page shows nothing yet. */
function reasonOfEmptiness(state: PlaygroundState): keyof typeof texts.empty {
  if (isMeasuring(state)) return "measuring";
  return shownLab(state)?.errors.length ? "invalid" : "waiting";
}

/** Lines over anything, with the table behind them and the picture to save. */
export function LabChart(props: LabChartProps) {
  const t = useTexts(texts);
  const { name, title, about, rows, looks, controls, children, ...plot } = props;
  const [asTable, setAsTable] = useState(false);
  const { ref, width } = useElementSize();
  const chart = useRef<HTMLDivElement>(null);
  const reason = useSelect(reasonOfEmptiness);
  useRegistered(name, title, chart, looks);
  const { xKey, xName, formatX } = plot;
  const frame = useMemo(() => frameFor(FRAME, plot.y), [plot.y]);
  return (
    <ChartCard {...{ name, title, about, controls, asTable }} onToggleTable={() => setAsTable(!asTable)}>
      <LineNames looks={looks} />
      <div ref={ref} className={classes.frame} style={{ height: HEIGHT }}>
        {rows.length === 0 && <p className={classes.waiting}>{t.empty[reason]}</p>}
        {asTable && rows.length > 0 && <ChartTable {...{ title, rows, looks, xKey, xName, formatX }} height={HEIGHT} />}
        {!asTable && width > 0 && (
          <div ref={chart} role="img" aria-label={t.chart({ title })}>
            <Plot
              {...plot}
              width={width}
              height={HEIGHT}
              frame={frame}
              data={{ rows, lines: looks.length }}
              looks={looks}
            />
          </div>
        )}
      </div>
      {children}
    </ChartCard>
  );
}
