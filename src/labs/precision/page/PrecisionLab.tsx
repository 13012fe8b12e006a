import { useMemo } from "react";
import { lineLook } from "../../../config/arms";
import { PRECISIONS, type Precision } from "../../../engine/numberFormats";
import { formatCount, formatNumber, formatPercent, formatTick } from "../../../i18n/format";
import type { Translated } from "../../../i18n/translate";
import { logAxis } from "../../../record/drawn/scales";
import type { Mark, Stretch } from "../../../ui/charts/plot/marks";
import { useDark, useLooks, useSelect, useShownConfig } from "../../../ui/context";
import { LabChart } from "../../../ui/labs/LabChart";
import { LabFrame } from "../../../ui/labs/LabFrame";
import classes from "../../../ui/labs/labs.module.css";
import { useLab } from "../../../ui/labs/useLab";
import { useTexts } from "../../../ui/language/useTexts";
import { FORM_IDS, FORMS } from "../forms";
import type { Measure } from "../schema";
import { texts } from "../texts";
import { thresholds } from "../thresholds";
import { DeviceTable } from "./DeviceTable";
import { PRECISION_FIELDS } from "./fields";
import { ERROR_RANGE, errorRows, shareBelow, spreadOfXi } from "./series";

/** The precision lab: a chart per number format, and what the device itself adds in float32. */
export default function PrecisionLab() {
  const t = useTexts(texts);
  return (
    <LabFrame id="precision" texts={t} unit={t.unit} fields={PRECISION_FIELDS}>
      <div className={classes.charts}>
        {PRECISIONS.map((format) => (
          <FormatChart key={format} format={format} />
        ))}
      </div>
      <DeviceTable />
    </LabFrame>
  );
}

function FormatChart({ format }: { format: Precision }) {
  const t = useTexts(texts);
  const { rows, config } = useLab("precision");
  const { measure } = config;
  const points = useMemo(() => errorRows(rows, format, measure), [rows, format, measure]);
  const x = useMemo(() => logAxis(config.xiFrom, config.xiTo), [config.xiFrom, config.xiTo]);
  const marks = useMemo(() => thresholdMarks(format, measure, x.domain, t), [format, measure, x, t]);
  const stretches = useRaceStretches(x.domain);
  return (
    <LabChart
      name={`precision-${format}`}
      title={t.formats[format]}
      about={{ ...t.about, formula: FORMULA, notes: [t.measures[measure]] }}
      rows={points}
      looks={useFormLooks()}
      xKey="xi"
      xName={t.xi}
      formatX={formatTick}
      x={x}
      y={ERROR_AXIS}
      xLog
      log
      marks={marks}
      stretches={stretches}
      dots={points.length <= 30}
    >
      <Caption format={format} />
    </LabChart>
  );
}

const FORMULA = "\\varepsilon = \\frac{\\lVert \\hat g - g \\rVert}{\\lVert g \\rVert}";
const ERROR_AXIS = logAxis(...ERROR_RANGE);

function useFormLooks() {
  const t = useTexts(texts);
  const dark = useDark();
  return useMemo(
    () => FORM_IDS.map((form) => ({ label: t.forms[form], ...lineLook(FORMS[form].paletteIndex, dark) })),
    [dark, t.forms],
  );
}

function thresholdMarks(
  format: Precision,
  measure: Measure,
  [low, high]: [number, number],
  t: Translated<typeof texts>,
): Mark[] {
  const at = thresholds(format)[measure === "value" ? "value" : "positive"];
  if (at < low || at > high) return [];
  const runs = at > Math.sqrt(low * high) ? "left" : "right";
  return [{ axis: "x", at, label: t.threshold[measure]({ xi: formatNumber(at, 2) }), runs }];
}

/** Where the anchors of the Race's arms lie, within the axis. */
function useRaceStretches([low, high]: [number, number]): Stretch[] {
  const histogram = useSelect((state) => state.run?.histogram ?? null);
  const looks = useLooks(useShownConfig());
  return useMemo(() => {
    const within = (xi: number) => Math.min(high, Math.max(low, xi));
    return looks.flatMap(({ color }, arm) => {
      const spread = histogram && spreadOfXi(histogram, arm);
      if (!spread) return [];
      const { from, middle, to } = spread;
      return [{ from: within(from), middle: within(middle), to: within(to), color }];
    });
  }, [histogram, looks, low, high]);
}

/** The thresholds in numbers, and how much of the Race lies below. */
function Caption({ format }: { format: Precision }) {
  const t = useTexts(texts);
  const histogram = useSelect((state) => state.run?.histogram ?? null);
  const looks = useLooks(useShownConfig());
  const { positive, value } = thresholds(format);
  const shares = looks.map(
    ({ label }, arm) => `${label} ${formatPercent(histogram ? shareBelow(histogram, arm, positive) : Number.NaN, 0)}`,
  );
  return (
    <p className={classes.caption}>
      {t.thresholds({ positive: formatNumber(positive), value: formatNumber(value) })}{" "}
      {histogram ? t.anchorsBelow({ shares: shares.join(", "), step: formatCount(histogram.step) }) : t.noRun}
    </p>
  );
}
