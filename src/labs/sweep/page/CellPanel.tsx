import { Button } from "@mantine/core";
import { useMemo } from "react";
import type { ExperimentConfig } from "../../../config/schema";
import { formatCount } from "../../../i18n/format";
import { say } from "../../../i18n/message";
import type { MetricId } from "../../../metrics";
import { METRICS } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import { linearAxis, stepAxis } from "../../../record/drawn/scales";
import { isMeasuring } from "../../../session/labs/labState";
import { usePlayground, useSelect } from "../../../ui/context";
import { LabChart } from "../../../ui/labs/LabChart";
import labClasses from "../../../ui/labs/labs.module.css";
import { extentOf, learnerRows } from "../../../ui/labs/learnerRows";
import { useTexts, useTranslate } from "../../../ui/language/useTexts";
import { type CellResult, experimentOf } from "../summary";
import { texts } from "../texts";
import { ratesOf } from "./learners";
import { placeName } from "./mapModel";
import type { Sweep } from "./useSweep";

/** Beside the metric of the map: what theory says decides it, and the loss in its common unit. */
const BESIDE: MetricId[] = ["vanishingFactor", "infoNce"];

/** The curves of one cell, and the way to its experiment. */
export function CellPanel({ sweep, cell }: { sweep: Sweep; cell: CellResult | null }) {
  const t = useTexts(texts);
  const metrics = [...new Set([sweep.config.metric, ...BESIDE])];
  return (
    <>
      <section className={labClasses.card} aria-label={t.cell.title}>
        <h3>{cell ? placeName(sweep.config, cell) : t.cell.title}</h3>
        {cell ? <CellFacts sweep={sweep} cell={cell} /> : <p>{t.cell.choose}</p>}
      </section>
      {cell && cell.rows.length > 0 && (
        <div className={labClasses.charts}>
          {metrics.map((metric) => (
            <CellChart key={metric} {...{ sweep, cell, metric }} />
          ))}
        </div>
      )}
    </>
  );
}

function CellFacts({ sweep, cell }: { sweep: Sweep; cell: CellResult }) {
  const t = useTexts(texts);
  const translated = useTranslate();
  const playground = usePlayground();
  const experiment = useMemo(() => experimentOf(sweep.config, cell), [sweep.config, cell]);
  const measuring = useSelect(isMeasuring);
  const openInRace = (config: ExperimentConfig) => {
    void playground.openInRace(config, say(texts.cell.origin, { place: placeName(sweep.config, cell) }));
    // The Race begins where its name of the cell stands; this button is gone by then.
    window.scrollTo({ top: 0 });
    requestAnimationFrame(() => document.querySelector("main")?.focus({ preventScroll: true }));
  };
  const stopped = cell.rows.filter(({ stoppedAt }) => stoppedAt !== null).length;
  return (
    <>
      {cell.problem !== null && <p>{translated(cell.problem)}</p>}
      {cell.problem === null && cell.rows.length === 0 && <p>{t.cell.waiting}</p>}
      {cell.rows.length > 0 && <p>{t.cell.learners({ steps: cell.rows[0]?.steps ?? 0, rates: ratesOf(cell) })}</p>}
      {stopped > 0 && <p>{t.cell.stopped({ count: stopped })}</p>}
      {experiment && (
        <Button size="compact-sm" variant="default" onClick={() => openInRace(experiment)}>
          {measuring ? t.cell.pauseAndOpen : t.cell.openInRace}
        </Button>
      )}
    </>
  );
}

function CellChart({ sweep, cell, metric }: { sweep: Sweep; cell: CellResult; metric: MetricId }) {
  const t = useTexts(texts);
  const { looks } = sweep;
  const { formula, domain } = METRICS[metric];
  const { label, guide, unit } = metricTexts(METRICS[metric]);
  const rows = useMemo(() => learnerRows(cell.rows, looks.length, metric), [cell, looks.length, metric]);
  const steps = cell.rows[0]?.steps ?? 1;
  return (
    <LabChart
      name={`sweep-cell-${metric}`}
      title={label}
      about={{ name: label, guide: `${guide} ${t.curves.band}`, formula, unit }}
      rows={rows}
      looks={looks}
      xKey="step"
      xName={t.cell.step}
      formatX={formatCount}
      x={stepAxis(steps, steps)}
      y={linearAxis(...extentOf(rows, "step"), domain)}
      log={false}
      marks={NO_MARKS}
      dots={rows.length < 20}
    />
  );
}

const NO_MARKS: never[] = [];
