import type { TraceEvent } from "./traced";

/** Tasks of the page's thread in a trace of Chromium, by the thread's own clock, which stands still while others have the core. */

export interface Task {
  /** Milliseconds since the navigation, by the wall clock. */
  at: number;
  /** Milliseconds of the core. */
  worked: number;
  /** By the wall clock, with all that others had of the core meanwhile. */
  took: number;
  /** Of `worked`: in script, in layout and style, and in collecting garbage. */
  script: number;
  layout: number;
  garbage: number;
}

type Piece = Required<Pick<TraceEvent, "name" | "ts" | "dur" | "tdur">>;

const SCRIPT = [
  "TimerFire",
  "FunctionCall",
  "EvaluateScript",
  "v8.evaluateModule",
  "v8.compileModule",
  "FireAnimationFrame",
  "EventDispatch",
  "RunMicrotasks",
  "HandlePostMessage",
];
const LAYOUT = ["Layout", "UpdateLayoutTree"];
const GARBAGE = ["MinorGC", "MajorGC"];

/** What has to be traced for it. */
export const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing", "v8"];

/**
 * The tasks of the thread on which a mark was made, from `from` to `to`.
 * @param mark name of a mark of the page
 * @param since where `at` counts from, in microseconds of the trace
 */
export function tasksOf(events: readonly TraceEvent[], mark: string, since = 0): Task[] {
  const marked = events.find(({ name, ph }) => name === mark && (ph === "R" || ph === "I" || ph === "i"));
  if (!marked) throw new Error(`The trace has no mark ${mark}.`);
  const own = events.filter(
    (event): event is TraceEvent & Piece =>
      event.pid === marked.pid && event.tid === marked.tid && event.dur !== undefined && event.tdur !== undefined,
  );
  const tasks = own.filter(({ name }) => name === "RunTask");
  const inner = { script: named(own, SCRIPT), layout: named(own, LAYOUT), garbage: named(own, GARBAGE) };
  return tasks.map((task) => ({
    at: (task.ts - since) / 1000,
    worked: task.tdur / 1000,
    took: task.dur / 1000,
    script: within(inner.script, task),
    layout: within(inner.layout, task),
    garbage: within(inner.garbage, task),
  }));
}

function named(events: readonly (TraceEvent & Piece)[], names: readonly string[]): Piece[] {
  const sorted = events.filter(({ name }) => names.includes(name)).sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  let end = Number.NEGATIVE_INFINITY;
  return sorted.filter(({ ts, dur }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

function within(pieces: readonly Piece[], { ts, dur }: Piece): number {
  const inside = pieces.filter((piece) => piece.ts >= ts && piece.ts + piece.dur <= ts + dur);
  return inside.reduce((sum, { tdur }) => sum + tdur, 0) / 1000;
}
