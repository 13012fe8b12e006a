import { Select } from "@mantine/core";
import { useMemo } from "react";
import { METRICS } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import { linearAxis } from "../../../record/drawn/scales";
import { settingName } from "../../../session/settings/names";
import { usePlayground } from "../../../ui/context";
import { LabChart } from "../../../ui/labs/LabChart";
import { extentOf } from "../../../ui/labs/learnerRows";
import { useTexts } from "../../../ui/language/useTexts";
import type { SweepConfig } from "../schema";
import { texts } from "../texts";
import { valueName } from "./fields";
import { curveAxis, curveRows } from "./series";
import classes from "./sweep.module.css";
import type { Sweep } from "./useSweep";

/** The paper's picture: a metric against the batch size, or whatever the x axis is, for one value of the other axis. */
export function CurveChart({ sweep }: { sweep: Sweep }) {
  const t = useTexts(texts);
  const { config, results, looks } = sweep;
  const { x, metric } = config;
  const slice = sliceOf(config);
  const axis = useMemo(() => curveAxis(x), [x]);
  const rows = useMemo(
    () => curveRows(results.slice(slice * x.values.length, (slice + 1) * x.values.length), looks.length, metric, axis),
    [results, slice, x, looks.length, metric, axis],
  );
  const { domain, formula } = METRICS[metric];
  const { label, guide, unit } = metricTexts(METRICS[metric]);
  const yAxis = useMemo(() => linearAxis(...extentOf(rows, "x"), domain), [rows, domain]);
  const title = t.curves.title({ metric: label, axis: settingName(x.path) });
  return (
    <LabChart
      name="sweep-curves"
      title={title}
      about={{ name: label, guide: `${guide} ${t.curves.band}`, formula, unit }}
      rows={rows}
      looks={looks}
      xKey="x"
      xName={settingName(x.path)}
      formatX={axis.nameOf}
      x={axis.axis}
      y={yAxis}
      xLog={axis.log}
      log={false}
      marks={NO_MARKS}
      dots
      controls={<SliceChoice config={config} />}
    />
  );
}

const NO_MARKS: never[] = [];

/** The value of the other axis that is drawn, by its place; values may have become fewer since it was chosen. */
function sliceOf({ slice, y }: SweepConfig): number {
  return Math.min(slice, y.values.length - 1);
}

function SliceChoice({ config }: { config: SweepConfig }) {
  const t = useTexts(texts);
  const { labs } = usePlayground();
  const { path, values } = config.y;
  const choices = values.map((value, i) => ({
    value: String(i),
    label: t.curves.at({ axis: settingName(path), value: valueName(path, value) }),
  }));
  return (
    <Select
      size="xs"
      className={classes.slice}
      aria-label={t.curves.choose({ axis: settingName(path) })}
      allowDeselect={false}
      data={choices}
      value={String(sliceOf(config))}
      onChange={(next) => next && labs.setField("sweep", "slice", Number(next))}
      comboboxProps={{ shadow: "md" }}
    />
  );
}
