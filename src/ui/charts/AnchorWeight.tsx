import { memo, useMemo, useRef, useState } from "react";
import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import type { ArmLook } from "../../config/arms";
import type { ArmConfig } from "../../config/schema";
import { formatCount, formatPercent, formatTick } from "../../i18n/format";
import { anchorWeightOf } from "../../objectives";
import type { LogXiHistogram } from "../../record/events";
import { Info } from "../components/Info";
import { texts as componentsTable } from "../components/texts";
import { useLooks, usePlayground, useSelect, useShownConfig } from "../context";
import { Explained } from "../glossary/Explained";
import { useLocale, useTexts } from "../language/useTexts";
import { LogXiPicker } from "../views/anchor/picking/LogXiPicker";
import classes from "./charts.module.css";
import { EnlargeButton } from "./EnlargeButton";
import { surface, X_AXIS, Y_AXIS } from "./plot/axes";
import { Histogram } from "./plot/Histogram";
import { Swatch } from "./plot/Legend";
import legend from "./plot/legend.module.css";
import { meanWeights } from "./series/meanWeights";
import { useRevision } from "./series/useRevision";
import { texts } from "./texts";
import { useDrawingBox } from "./useDrawingBox";
import { useEnlarging } from "./useEnlarging";
import { useRegistered } from "./useRegistered";

const NAME = "anchor";
/** Room around the two plots; the same on both, so that they share the axis. */
const PLOT = { left: 48, right: 14, top: 10, bottom: 22 };
/** Share of the curves in the height of both plots. */
const CURVES = 0.46;
/** Height of the name of the axis. */
const NAME_HEIGHT = 18;
const WINDOW: [number, number] = [-24, 8];
const TICKS = [-24, -20, -16, -12, -8, -4, 0, 4, 8];
/** What both plots share, so that they stand exactly above each other. */
const LOG_XI_AXIS = { domain: WINDOW, ticks: TICKS };
/** Where positive and negatives weigh the same. */
const SOLVED = { x: 0, label: "" };

const FORMULA =
  "w(\\log \\xi) = \\frac{\\nabla \\ell}{\\nabla \\ell_{\\mathrm{FlatNCE}}}, \\quad w_{\\mathrm{InfoNCE}} = \\frac{\\xi}{1+\\xi}";

type Row = { x: number; [arm: string]: number };

/**
 * The paper in one picture: how much each objective lets an anchor count, over where the anchors are now.
 * @param height of the drawing with the name of its axis, in pixels
 */
export function AnchorWeight({ height }: { height: number }) {
  const t = useTexts(texts);
  const { card: press } = useEnlarging(NAME);
  const config = useShownConfig();
  const looks = useLooks(config);
  const card = useRef<HTMLElement>(null);
  useRevision("first", card);
  const histogram = useHistogram();
  const means = useMemo(() => meanWeights(config, histogram), [config, histogram]);
  return (
    <section {...press} ref={card} className={classes.card} data-panel="anchor" aria-label={t.anchor.title}>
      <Head histogram={histogram} hasQueue={config.queue.size > 0} />
      <MeanWeights looks={looks} means={means} />
      <Drawing {...{ height, histogram, looks }} arms={config.arms} />
    </section>
  );
}

/** The latest one at each redraw; drawn once more when the first one comes, in view or not, so that nothing says that it is waited for. */
function useHistogram(): LogXiHistogram | null {
  const playground = usePlayground();
  const hasHistogram = useSelect(({ run }) => run?.histogram !== undefined && run?.histogram !== null);
  return hasHistogram ? (playground.state.run?.histogram ?? null) : null;
}

interface DrawingProps {
  height: number;
  histogram: LogXiHistogram | null;
  looks: ArmLook[];
  arms: ArmConfig[];
}

/** The curves over the histogram, on one axis, and over both what chooses an anchor. */
function Drawing({ histogram, looks, arms, ...given }: DrawingProps) {
  const t = useTexts(texts);
  const { box, width, height } = useDrawingBox(NAME, given.height);
  const drawn = useDrawnArms(arms);
  const top = useMemo(() => topOfWeights(drawn), [drawn]);
  const [missed, setMissed] = useState<string | null>(null);
  const chart = useRef<HTMLDivElement>(null);
  useRegistered(NAME, t.anchor.title, chart, looks, t.anchor.x);
  const both = height - NAME_HEIGHT;
  const upper = Math.round(both * CURVES);
  const lower = { height: both - upper, frame: PLOT, axis: LOG_XI_AXIS, mark: SOLVED };
  const picker = { height: both, frame: PLOT, domain: WINDOW, curves: { height: upper - CURVES_AXIS, top } };
  return (
    <div {...box}>
      {width > 0 && (
        <>
          <div ref={chart} aria-hidden="true">
            <WeightCurves {...{ width, looks, top }} height={upper} arms={drawn} />
            <Histogram {...{ width, looks, ...lower }} bins={histogram} />
          </div>
          <LogXiPicker {...{ width, looks, ...picker }} missed={setMissed} />
        </>
      )}
      {!histogram && <p className={`${classes.waiting} ${classes.waitingBelow}`}>{t.anchor.waiting}</p>}
      <p className={classes.axisName}>
        {missed === null && <Explained text={t.anchor.x} />}
        <span role="status">{missed}</span>
      </p>
    </div>
  );
}

function Head({ histogram, hasQueue }: { histogram: LogXiHistogram | null; hasQueue: boolean }) {
  const t = useTexts(texts);
  const componentsTexts = useTexts(componentsTable);
  return (
    <header className={classes.head}>
      <h2 className={classes.title}>
        <Explained text={t.anchor.title} />
      </h2>
      <Info label={componentsTexts.about({ title: t.anchor.title })} formula={FORMULA}>
        {t.anchor.guide}
      </Info>
      <span className={classes.spring} />
      <span className={classes.note}>
        {histogram && t.anchor.histogram({ step: formatCount(histogram.step), queue: String(hasQueue) })}
      </span>
      <EnlargeButton name={NAME} title={t.anchor.title} />
    </header>
  );
}

function MeanWeights({ looks, means }: { looks: ArmLook[]; means: readonly (number | undefined)[] }) {
  const t = useTexts(texts);
  return (
    <ul className={legend.legend}>
      <li>{t.anchor.mean}</li>
      {looks.map((look, i) => (
        <li key={look.label}>
          <Swatch look={look} />
          <span className={legend.legendName}>{look.label}</span>
          <span className={legend.value}>{means[i] === undefined ? "\u2013" : formatPercent(means[i])}</span>
        </li>
      ))}
    </ul>
  );
}

/** The arms of the run, where they have the same objective as they are in the settings: a curve follows what is being typed. */
function useDrawnArms(arms: ArmConfig[]): ArmConfig[] {
  const draft = useSelect((state) => state.draft.arms);
  return useMemo(
    () => arms.map((arm, index) => (draft[index]?.objective === arm.objective ? draft[index] : arm)),
    [arms, draft],
  );
}

const CURVE_POINTS = 97;
/** Losses that let an anchor count more than FlatNCE does are cut off here. */
const HIGHEST = 2;
/** Height of the line below the curves. */
const CURVES_AXIS = 6;

const POINTS = Array.from(
  { length: CURVE_POINTS },
  (_, i) => WINDOW[0] + ((WINDOW[1] - WINDOW[0]) * i) / (CURVE_POINTS - 1),
);

/** Where the axis of the weights ends. */
function topOfWeights(arms: ArmConfig[]): number {
  const weights = arms.map(anchorWeightOf);
  return POINTS.some((x) => weights.some((weight) => weight && weight(x) > 1)) ? HIGHEST : 1.05;
}

interface CurvesProps {
  width: number;
  height: number;
  looks: ArmLook[];
  arms: ArmConfig[];
  /** Where the axis ends. */
  top: number;
}

const WeightCurves = memo(function WeightCurves(props: CurvesProps) {
  const { id } = useLocale();
  const weights = props.arms.map(anchorWeightOf);
  const rows = POINTS.map((x) => {
    const row: Row = { x };
    weights.forEach((weight, arm) => {
      if (weight) row[`a${arm}`] = weight(x);
    });
    return row;
  });
  return (
    <ComposedChart key={id} width={props.width} height={props.height} data={rows} {...surface(PLOT)}>
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis {...X_AXIS} {...LOG_XI_AXIS} dataKey="x" tick={false} height={CURVES_AXIS} />
      <YAxis
        {...Y_AXIS}
        domain={[0, props.top]}
        ticks={props.top > 1.5 ? [0, 1, 2] : [0, 0.5, 1]}
        tickFormatter={formatTick}
        width={PLOT.left}
        allowDataOverflow
      />
      <ReferenceLine x={0} stroke="var(--chart-axis)" />
      {weights.map((_, arm) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: arms are told apart by their place.
          key={arm}
          dataKey={`a${arm}`}
          stroke={props.looks[arm]?.color ?? "currentColor"}
          strokeDasharray={props.looks[arm]?.dash ?? ""}
          strokeWidth={2}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
    </ComposedChart>
  );
});
