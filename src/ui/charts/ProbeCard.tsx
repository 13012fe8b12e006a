import { useRef, useState } from "react";
import type { ArmLook } from "../../config/arms";
import { formatCount } from "../../i18n/format";
import type { Explanation, Metric } from "../../metrics/types";
import type { Run } from "../../session/run";
import { shownRun } from "../../session/shown";
import { useSelect, useShownConfig } from "../context";
import { useTexts } from "../language/useTexts";
import { aboutOf, ChartCard } from "./ChartCard";
import classes from "./charts.module.css";
import { texts } from "./texts";
import { useDrawingBox } from "./useDrawingBox";
import { useRegistered } from "./useRegistered";
import { waitingText } from "./waiting";

interface ProbeCardProps {
  ref: React.Ref<HTMLElement>;
  /** Name under which the chart can be saved. */
  name: string;
  title: string;
  axisName: string;
  measured: Explanation & Pick<Metric, "cadence">;
  /** Whether a run has what is shown, drawn or not. */
  isMeasured: (run: Run) => boolean;
  /** Step of what is shown; null until there is something. */
  step: number | null;
  looks: ArmLook[];
  /** Of the chart, in pixels. */
  height: number;
  controls?: React.ReactNode;
  /** Names of the lines. */
  legend: React.ReactNode;
  drawing: (width: number, height: number) => React.ReactNode;
  table: () => React.ReactNode;
}

/** The card of a chart that shows the latest probe alone: its drawing or the table behind it, or what it waits for. */
export function ProbeCard({ ref, name, title, axisName, measured, isMeasured, step, ...parts }: ProbeCardProps) {
  const t = useTexts(texts);
  const { box, width, height } = useDrawingBox(name, parts.height);
  const config = useShownConfig();
  const waiting = useSelect(({ starting, ...state }) => {
    const run = shownRun(state);
    return waitingText(measured, config, { run, starting, isMeasured: run !== null && isMeasured(run) });
  });
  const [asTable, setAsTable] = useState(false);
  const chart = useRef<HTMLDivElement>(null);
  useRegistered(name, title, chart, parts.looks, axisName);
  return (
    <ChartCard
      {...{ ref, name, title, asTable }}
      about={aboutOf(measured, name)}
      controls={parts.controls}
      note={step === null ? "" : t.atStep({ step: formatCount(step) })}
      onToggleTable={() => setAsTable(!asTable)}
    >
      {parts.legend}
      <div {...box}>
        {step === null && <p className={classes.waiting}>{waiting}</p>}
        {step !== null && asTable && parts.table()}
        {!asTable && width > 0 && (
          <div ref={chart} aria-hidden="true">
            {parts.drawing(width, height)}
          </div>
        )}
      </div>
      <p className={classes.axisName}>{axisName}</p>
    </ChartCard>
  );
}
