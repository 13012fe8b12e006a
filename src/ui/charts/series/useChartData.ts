import { useCallback, useMemo } from "react";
import type { ArmLook } from "../../../config/arms";
import { translateAll } from "../../../i18n/translate";
import type { MetricId } from "../../../metrics";
import type { RunChange } from "../../../record/changes";
import type { Placing } from "../../../record/drawn/xAxis";
import { runAxis, windowAxis, type XScale } from "../../../record/drawn/xScale";
import type { StoppedLearner } from "../../../record/stopped";
import type { PlaygroundState } from "../../../session/playgroundState";
import { zoomOf } from "../../../session/reading/state";
import { useLooks, useSelect, useShownConfig, useShownRun } from "../../context";
import { useXAxis } from "../axis/useXAxis";
import { heldCurves } from "../overlay/held";
import { useOverlayCurves } from "../overlay/useOverlayCurves";
import type { Mark } from "../plot/marks";
import { type ChartRow, type Drawn, differenceRows, rowAt, seriesRows } from "../plot/rows";
import { texts } from "../texts";
import { changeMarks } from "./changeMarks";
import { useRevision } from "./useRevision";
import { useSeen } from "./useSeen";
import { type SeriesRequest, useReducedDifference, useReducedSeries } from "./useSeries";

/** The two arms whose difference is asked for, if the experiment has them. */
function useDifferencePair(): [number, number] | null {
  const view = useSelect((state) => state.view);
  const arms = useShownConfig().arms.length;
  const possible = view.difference && view.armA !== view.armB && view.armA < arms && view.armB < arms;
  const [a, b] = [view.armA, view.armB];
  return useMemo(() => (possible ? [a, b] : null), [possible, a, b]);
}

interface ChartDataRequest {
  /** Of the chart. */
  name: string;
  metric: MetricId;
  width: number;
  log: boolean;
  compact: boolean;
  isSparse: boolean;
  /** Drawn only while this can be seen. */
  card: React.RefObject<Element | null>;
}

const NONE: StoppedLearner[] = [];
const UNCHANGED: RunChange[] = [];
const NOWHERE: Placing = () => Number.NaN;
const EVERYWHERE = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const ALL_ON: ReadonlySet<number> = new Set();

/** Pixels per point: enough to follow a curve, few enough to draw it ten times a second. */
const SPACING = { large: 1.6, small: 2.5 };

/** About as many ticks along the x axis. */
const TICKS = { large: 5, small: 2 };

export type Charted = ReturnType<typeof useChartData>;

/** What a chart draws now: its metric reduced to its width, of all arms or as the paired difference of two. */
export function useChartData({ name, metric, width, log, compact, isSparse, card }: ChartDataRequest) {
  const columns = useShownRun((run) => run?.columns ?? null);
  const smoothing = useSeen(card, smoothingOf);
  const revision = useRevision(compact ? "turn" : "first", card);
  const config = useShownConfig();
  const armLooks = useLooks(config);
  const pair = useDifferencePair();
  const size = compact ? "small" : "large";
  const points = Math.max(40, Math.min(400, Math.floor(width / SPACING[size])));
  const along = useAlong({ name, card, revision, count: TICKS[size] });
  const { stretch, place, zoom } = along;
  const request = { columns, seeds: config.seeds, metric, smoothing, revision, points, stretch };
  const hidden = useHidden(armLooks, pair !== null);
  const cut = useSelect((state) => state.view.outliers) === "cut";
  const beside = useOverlayCurves({ metric, points, axis: along.axis, zoom, smoothing, areArms: pair === null, log });
  const held = useMemo(() => heldCurves(beside), [beside]);
  const drawn = useMemo<Drawn>(
    () => ({ place, within: zoom ?? EVERYWHERE, xLog: stretch.log, log, raw: !compact, cut, hidden, ...held }),
    [place, zoom, stretch, log, compact, cut, hidden, held],
  );
  const data = useDrawnData(request, pair, drawn);
  const pinned = usePinned(request, pair, drawn, data.rows, isSparse);
  const looks = useMemo(() => (pair ? [differenceLook(armLooks, pair)] : armLooks), [pair, armLooks]);
  const stopped = useShownRun((run) => run?.stopped ?? NONE);
  const { domain } = along.x;
  const changes = useShownRun((run) => run?.changes ?? UNCHANGED);
  const stops = useMemo(
    () => [...(pair ? [] : stopMarks(stopped, armLooks, place)), ...changeMarks(changes, { compact, place, domain })],
    [pair, stopped, armLooks, place, changes, compact, domain],
  );
  return { data, looks, stops, difference: pair !== null, hidden, pinned, beside, ...along };
}

function smoothingOf({ view }: PlaygroundState): number {
  return view.smoothing;
}

interface AlongRequest extends Pick<ChartDataRequest, "name" | "card"> {
  revision: number;
  /** About as many ticks. */
  count: number;
}

/** The x axis: all of it, what of it is shown, and where steps lie. */
function useAlong({ name, card, revision, count }: AlongRequest) {
  const axis = useXAxis(revision);
  const zoom = useSeen(
    card,
    useCallback(({ reading }: PlaygroundState) => zoomOf(reading, name), [name]),
  );
  const scale = useMemo<XScale>(() => ({ log: axis.log, whole: axis.whole, count }), [axis.log, axis.whole, count]);
  const all = useMemo(() => runAxis(axis.reach, scale), [axis.reach, scale]);
  const x = useMemo(() => (zoom ? windowAxis(zoom, scale) : all), [zoom, all, scale]);
  const place = axis.place ?? NOWHERE;
  const stretch = useMemo(() => ({ place, zoom, log: axis.log }), [place, zoom, axis.log]);
  return { axis, zoom, all, x, place, stretch };
}

function useHidden(looks: ArmLook[], isDifference: boolean): ReadonlySet<number> {
  const labels = useSelect((state) => state.reading.hidden);
  return useMemo(
    () =>
      isDifference
        ? ALL_ON
        : new Set([...looks.keys()].filter((arm) => labels.includes((looks[arm] as ArmLook).label))),
    [labels, looks, isDifference],
  );
}

function useDrawnData(request: SeriesRequest, pair: [number, number] | null, drawn: Drawn) {
  const series = useReducedSeries(request);
  const difference = useReducedDifference(request, pair);
  return useMemo(
    () => (difference ? differenceRows(difference, drawn) : seriesRows(series, drawn)),
    [difference, series, drawn],
  );
}

/** What was measured at the pinned step, inside of what is shown or not. */
function usePinned(
  request: SeriesRequest,
  pair: [number, number] | null,
  drawn: Drawn,
  rows: ChartRow[],
  isSparse: boolean,
) {
  const step = useSelect((state) => state.reading.pinned);
  const { stretch } = request;
  const isOutside = step !== null && stretch?.zoom != null;
  const whole = useMemo(() => stretch && { ...stretch, zoom: null }, [stretch]);
  const columns = isOutside ? request.columns : null;
  const others = useDrawnData({ ...request, columns, stretch: whole }, isOutside ? pair : null, drawn).rows;
  const x = step === null ? Number.NaN : drawn.place(step);
  return {
    step,
    x: Number.isFinite(x) ? x : null,
    row: Number.isFinite(x) ? rowAt(isOutside ? others : rows, x, isSparse) : undefined,
  };
}

/** One mark for each arm and step at which learners stopped. */
function stopMarks(stopped: StoppedLearner[], looks: ArmLook[], place: Placing): Mark[] {
  const marks = stopped.map(({ arm, step }): [string, Mark] => [
    `${arm} ${step}`,
    { axis: "x", at: place(step), label: "\u2715", color: looks[arm]?.color ?? "" },
  ]);
  return [...new Map(marks).values()].filter(({ at }) => Number.isFinite(at));
}

function differenceLook(looks: ArmLook[], [a, b]: [number, number]): ArmLook {
  const t = translateAll(texts);
  const label = t.differenceOf({ b: looks[b]?.label ?? "", a: looks[a]?.label ?? "" });
  return { label, color: "var(--chart-difference)", dash: "" };
}
