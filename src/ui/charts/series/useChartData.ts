import { useMemo } from "react";
import type { ArmLook } from "../../../config/arms";
import { translateAll } from "../../../i18n/translate";
import type { MetricId } from "../../../metrics";
import type { RunChange } from "../../../record/changes";
import type { StoppedLearner } from "../../../record/stopped";
import { shownRun } from "../../../session/shown";
import { useLooks, usePlayground, useSelect, useShownConfig, useShownRun } from "../../context";
import type { Mark } from "../plot/marks";
import { differenceRows, seriesRows } from "../plot/rows";
import { texts } from "../texts";
import { changeMarks } from "./changeMarks";
import { useRevision } from "./useRevision";
import { useReducedDifference, useReducedSeries } from "./useSeries";

/** The two arms whose difference is asked for, if the experiment has them. */
function useDifferencePair(): [number, number] | null {
  const view = useSelect((state) => state.view);
  const arms = useShownConfig().arms.length;
  const possible = view.difference && view.armA !== view.armB && view.armA < arms && view.armB < arms;
  const [a, b] = [view.armA, view.armB];
  return useMemo(() => (possible ? [a, b] : null), [possible, a, b]);
}

interface ChartDataRequest {
  metric: MetricId;
  width: number;
  log: boolean;
  compact: boolean;
  /** Drawn only while this can be seen. */
  card: React.RefObject<Element | null>;
}

const NONE: StoppedLearner[] = [];
const UNCHANGED: RunChange[] = [];

/** One mark for each arm and step at which learners stopped. */
function stopMarks(stopped: StoppedLearner[], looks: ArmLook[]): Mark[] {
  const marks = stopped.map(({ arm, step }): [string, Mark] => [
    `${arm} ${step}`,
    { axis: "x", at: step, label: "\u2715", color: looks[arm]?.color ?? "" },
  ]);
  return [...new Map(marks).values()];
}

/** Pixels per point: enough to follow a curve, few enough to draw it ten times a second. */
const SPACING = { large: 1.6, small: 2.5 };

/** What a chart draws now: its metric reduced to its width, of all arms or as the paired difference of two. */
export function useChartData({ metric, width, log, compact, card }: ChartDataRequest) {
  const playground = usePlayground();
  const columns = useShownRun((run) => run?.columns ?? null);
  const smoothing = useSelect((state) => state.view.smoothing);
  const revision = useRevision(compact ? "turn" : "first", card);
  const config = useShownConfig();
  const armLooks = useLooks(config);
  const pair = useDifferencePair();
  const points = Math.max(40, Math.min(400, Math.floor(width / (compact ? SPACING.small : SPACING.large))));
  const request = { columns, seeds: config.seeds, metric, smoothing, revision, points };
  const series = useReducedSeries(request);
  const difference = useReducedDifference(request, pair);
  const data = useMemo(
    () => (difference ? differenceRows(difference) : seriesRows(series, log, !compact)),
    [difference, series, log, compact],
  );
  const looks = useMemo(() => (pair ? [differenceLook(armLooks, pair)] : armLooks), [pair, armLooks]);
  const stopped = useShownRun((run) => run?.stopped ?? NONE);
  const stops = useMemo(() => (pair ? [] : stopMarks(stopped, armLooks)), [pair, stopped, armLooks]);
  const changes = useShownRun((run) => run?.changes ?? UNCHANGED);
  const breaks = useMemo(() => [...stops, ...changeMarks(changes, compact)], [stops, changes, compact]);
  return { data, looks, stops: breaks, difference: difference !== null, step: shownRun(playground.state)?.step ?? 0 };
}

function differenceLook(looks: ArmLook[], [a, b]: [number, number]): ArmLook {
  const t = translateAll(texts);
  const label = t.differenceOf({ b: looks[b]?.label ?? "", a: looks[a]?.label ?? "" });
  return { label, color: "var(--chart-difference)", dash: "" };
}
