import { useElementSize } from "@mantine/hooks";
import { useMemo, useRef, useState } from "react";
import { type ArmLook, lineLook } from "../../config/arms";
import { largestBatch } from "../../config/batchSizes";
import { formatCount, formatTick } from "../../i18n/format";
import { candidates } from "../../metrics/math/ceilings";
import { type About, ChartCard } from "../charts/ChartCard";
import charts from "../charts/charts.module.css";
import { ChartTable } from "../charts/plot/ChartTable";
import { LineNames } from "../charts/plot/Legend";
import { Plot } from "../charts/plot/Plot";
import { useEnlarging } from "../charts/useEnlarging";
import { useRegistered } from "../charts/useRegistered";
import { useTextPixels } from "../charts/useTextSize";
import { useDark, useShownConfig } from "../context";
import { Explained } from "../glossary/Explained";
import { useTexts } from "../language/useTexts";
import classes from "./ceiling.module.css";
import { framesFor, HEIGHT, heightsIn, K_AXIS, NATS, nearestK, SHARE } from "./geometry";
import { Handles } from "./Handles";
import { BATCHES, type Measured, useMeasured } from "./measuring";
import { estimateRows, factorRows, tableRows } from "./rows";
import { sentenceOf } from "./sentence";
import { texts } from "./texts";

const NAME = "ceiling";
/** Where the truth begins, in nats: more than small batches can tell. */
const FIRST_TRUTH = 5;

/** What InfoNCE reads of a truth that is known, by the number of candidates, and what it lets an anchor count there. */
export default function CeilingFigure() {
  const t = useTexts(texts);
  const own = candidates(largestBatch(useShownConfig()));
  const [k, setK] = useState(() => nearestK(Math.log2(own)));
  const [truth, setTruth] = useState(FIRST_TRUTH);
  const [asTable, setAsTable] = useState(false);
  const measured = useMeasured(truth);
  const chart = useRef<HTMLDivElement>(null);
  const looks = useLineLooks();
  useRegistered(NAME, t.title, chart, looks, t.below);
  return (
    <ChartCard
      name={NAME}
      title={t.title}
      about={useAbout(measured)}
      asTable={asTable}
      onToggleTable={() => setAsTable(!asTable)}
    >
      <p className={classes.lead}>
        <Explained text={t.lead({ k: formatCount(own), nearest: formatCount(nearestK(Math.log2(own))) })} />
      </p>
      <LineNames looks={looks.slice(0, 3)} />
      {asTable && measured ? (
        <ChartTable
          title={t.title}
          rows={tableRows(measured)}
          looks={looks}
          height={HEIGHT.upper + HEIGHT.lower}
          xKey="k"
          xName={t.x}
          formatX={formatCount}
        />
      ) : (
        <Plots {...{ chart, measured, k, truth, setK, setTruth, looks }} />
      )}
      <p className={classes.sentence} aria-busy={measured?.truth !== truth || measured.batches !== BATCHES}>
        {measured ? <Explained text={sentenceOf(measured, k)} /> : t.waiting}
      </p>
    </ChartCard>
  );
}

const FORMULA = String.raw`\hat I = \log K - \frac{1}{n} \sum_i \log(1 + \xi_i) \le \log K,\quad f = \frac{1}{n} \sum_i \frac{\xi_i}{1 + \xi_i}`;

function useAbout(measured: Measured | null): About {
  const t = useTexts(texts);
  const notes = measured ? [t.measured({ batches: measured.batches }), t.source, t.lab] : [t.source, t.lab];
  return { name: t.title, guide: t.guide, formula: FORMULA, notes, unit: t.unit };
}

/** The estimate, the truth and the ceiling above; the factor below, in the color of the loss that it belongs to. */
function useLineLooks(): ArmLook[] {
  const { lines } = useTexts(texts);
  const dark = useDark();
  return useMemo(
    () => [
      { label: lines.estimate, ...lineLook(0, dark) },
      { label: lines.truth, color: "var(--ink)", dash: "" },
      { label: lines.ceiling, color: "var(--chart-mark)", dash: "3 3" },
      { label: lines.factor, ...lineLook(0, dark) },
    ],
    [lines, dark],
  );
}

interface PlotsProps {
  chart: React.RefObject<HTMLDivElement | null>;
  measured: Measured | null;
  k: number;
  truth: number;
  setK: (k: number) => void;
  setTruth: (truth: number) => void;
  looks: ArmLook[];
}

const SHARED = { x: K_AXIS, xKey: "k", xLog: true, log: false, dots: false, formatX: formatTick };

function Plots({ chart, measured, k, truth, setK, setTruth, looks }: PlotsProps) {
  const t = useTexts(texts);
  const { ref, width, height } = useElementSize();
  const { enlarged } = useEnlarging(NAME);
  const text = useTextPixels(NAME);
  const frames = useMemo(() => framesFor(text), [text]);
  const { upper: upperHeight, lower: lowerHeight } = enlarged ? heightsIn(Math.floor(height), text) : HEIGHT;
  const upper = useMemo(() => ({ rows: measured ? estimateRows(measured, truth) : [], lines: 3 }), [measured, truth]);
  const lower = useMemo(() => ({ rows: measured ? factorRows(measured) : [], lines: 1 }), [measured]);
  const marks = useMemo(() => [{ axis: "x" as const, at: k, label: "" }], [k]);
  return (
    <div ref={ref} className={charts.frame}>
      {width > 0 && (
        <>
          <div ref={chart} aria-hidden="true">
            <Plot
              {...SHARED}
              {...{ width, marks, looks }}
              data={upper}
              y={NATS}
              height={upperHeight}
              frame={frames.upper}
            />
            <p className={classes.below}>{t.below}</p>
            <Plot
              {...SHARED}
              {...{ width, marks, looks }}
              data={lower}
              y={SHARE}
              height={lowerHeight}
              frame={frames.lower}
              xName={t.x}
            />
          </div>
          <Handles {...{ width, height: upperHeight, frame: frames.upper, measured, k, truth, setK, setTruth }} />
        </>
      )}
    </div>
  );
}
