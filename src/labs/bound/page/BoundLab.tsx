import { useMemo } from "react";
import { type ArmLook, lineLook } from "../../../config/arms";
import { formatCount, formatTick } from "../../../i18n/format";
import type { Translated } from "../../../i18n/translate";
import type { Axis } from "../../../record/drawn/scales";
import { linearAxis, stepAxis } from "../../../record/drawn/scales";
import { useDark } from "../../../ui/context";
import { LabChart } from "../../../ui/labs/LabChart";
import { LabFrame } from "../../../ui/labs/LabFrame";
import classes from "../../../ui/labs/labs.module.css";
import { useLab } from "../../../ui/labs/useLab";
import { useTexts } from "../../../ui/language/useTexts";
import { CRITICS } from "../critics";
import { ESTIMATORS } from "../estimators";
import { type BoundConfig, candidateCounts, miLevels } from "../schema";
import { texts } from "../texts";
import { EstimateTable } from "./EstimateTable";
import { BOUND_FIELDS } from "./fields";
import { estimateRows, LINES, type Line, lineOf } from "./series";

/** The bound lab: at the oracle a chart per MI, over K; for trained critics a chart per K, over the staircase. */
export default function BoundLab() {
  const t = useTexts(texts);
  const { config } = useLab("bound");
  const isOracle = CRITICS[config.critic].learned === null;
  return (
    <LabFrame id="bound" texts={t} fields={BOUND_FIELDS} unit={t.units[isOracle ? "oracle" : "trained"]}>
      <div className={classes.charts}>
        {isOracle
          ? miLevels(config).map((mi) => <ChartAtMi key={mi} mi={mi} />)
          : candidateCounts(config).map((k) => <ChartAtK key={k} k={k} />)}
      </div>
      <EstimateTable />
    </LabFrame>
  );
}

/** Room above the truth, as a share of it: what reads much higher is left to the table. */
const ROOM = 1.2;

function ChartAtMi({ mi }: { mi: number }) {
  const t = useTexts(texts);
  const { rows, config } = useLab("bound");
  const points = useMemo(
    () =>
      estimateRows(
        rows.filter((row) => row.mi === mi),
        "k",
      ),
    [rows, mi],
  );
  const title = t.chartAtMi({ mi: formatTick(mi) });
  return (
    <LabChart
      {...COMMON}
      about={{ ...t.about, formula: FORMULA }}
      name={`bound-mi-${mi}`}
      title={title}
      rows={points}
      looks={useLineLooks()}
      xKey="k"
      xName={t.k}
      x={useMemo(() => candidateAxis(config), [config])}
      y={useMemo(() => linearAxis(0, ROOM * mi, FROM_ZERO), [mi])}
      xLog
      dots
    />
  );
}

function ChartAtK({ k }: { k: number }) {
  const t = useTexts(texts);
  const { rows, config } = useLab("bound");
  const points = useMemo(
    () =>
      estimateRows(
        rows.filter((row) => row.k === k),
        "step",
      ),
    [rows, k],
  );
  const levels = miLevels(config);
  const [total, highest] = [config.steps * levels.length, Math.max(...levels)];
  return (
    <LabChart
      {...COMMON}
      about={{ ...t.about, formula: FORMULA }}
      name={`bound-k-${k}`}
      title={t.chartAtK({ k: String(k) })}
      rows={points}
      looks={useLineLooks()}
      xKey="step"
      xName={t.step}
      x={useMemo(() => stepAxis(total, total), [total])}
      y={useMemo(() => linearAxis(0, ROOM * highest, FROM_ZERO), [highest])}
      steps={STAIRCASE}
      dots={points.length <= 20}
    />
  );
}

const FROM_ZERO: [number, null] = [0, null];
const FORMULA = "\\hat I_{\\mathrm{InfoNCE}} = \\log K - \\mathrm{mean}\\, \\log(1 + \\xi_i) \\le \\log K";
const COMMON = { formatX: formatCount, log: false, marks: [] };
const STAIRCASE = [lineOf("truth")];

/** Every K has its tick, as far as there is room. */
function candidateAxis(config: BoundConfig): Axis {
  const counts = candidateCounts(config);
  const [low, high] = [counts[0] ?? 2, counts.at(-1) ?? 2];
  return { domain: [low, Math.max(high, low + 1)], ticks: counts };
}

/** Looks of what no estimator's mean says. */
const LOOKS: Record<Exclude<Line["kind"], "mean">, Omit<ArmLook, "label">> = {
  median: { color: "var(--chart-difference)", dash: "9 3 2 3" },
  truth: { color: "var(--ink)", dash: "" },
  ceiling: { color: "var(--chart-mark)", dash: "3 3" },
};

function useLineLooks(): ArmLook[] {
  const t = useTexts(texts);
  const dark = useDark();
  return useMemo(() => LINES.map((line) => lookOf(line, t, dark)), [dark, t]);
}

function lookOf(line: Line, { lines, medians }: Translated<typeof texts>, dark: boolean): ArmLook {
  const { kind, estimator } = line;
  if (kind === "mean") return { label: lines[estimator], ...lineLook(ESTIMATORS[estimator].paletteIndex, dark) };
  if (kind === "median") return { label: medians[estimator] ?? lines[estimator], ...LOOKS.median };
  return { label: lines[kind], ...LOOKS[kind] };
}
