/** What a trace of Chromium says of the work of a page's script. */

/** An event of a trace: times in microseconds, `tdur` of the thread's own clock, which stands still while others have the core. */
export interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  pid: number;
  tid: number;
}

/** What followed a mark. */
export interface Redraw {
  /** The longest piece of script in one go, without layout and style that it forced, in milliseconds of the core. */
  longest: number;
  /** Layout and style within that piece, and all of them until the next mark, in milliseconds. */
  layout: number;
  allLayout: number;
}

const SCRIPT = new Set([
  "TimerFire",
  "FunctionCall",
  "EvaluateScript",
  "FireAnimationFrame",
  "EventDispatch",
  "RunMicrotasks",
]);
const LAYOUT = new Set(["Layout", "UpdateLayoutTree"]);

type Piece = Required<Pick<TraceEvent, "name" | "ts" | "dur" | "tdur">>;

/**
 * The script between each mark and the next.
 * @param mark how the names of the marks begin
 */
export function scriptOf(events: readonly TraceEvent[], mark: string): Redraw[] {
  const marks = events.filter(({ name, ph }) => name.startsWith(mark) && (ph === "R" || ph === "I"));
  const [first] = marks;
  if (!first) return [];
  const pieces = events.filter(
    (event): event is TraceEvent & Piece =>
      event.pid === first.pid && event.tid === first.tid && event.dur !== undefined && event.tdur !== undefined,
  );
  const starts = marks.map(({ ts }) => ts).sort((a, b) => a - b);
  return starts.map((from, i) => {
    const to = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    const own = pieces.filter(({ ts }) => ts >= from && ts < to);
    const layouts = outermost(own.filter(({ name }) => LAYOUT.has(name)));
    return { ...longestOf(own, layouts), allLayout: sumOf(layouts) };
  });
}

function sumOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { tdur }) => sum + tdur, 0) / 1000;
}

function longestOf(pieces: readonly Piece[], layouts: readonly Piece[]): Omit<Redraw, "allLayout"> {
  return outermost(pieces.filter(({ name }) => SCRIPT.has(name)))
    .map((script) => {
      const layout = sumOf(layouts.filter((one) => isWithin(one, script)));
      return { longest: script.tdur / 1000 - layout, layout };
    })
    .reduce((best, one) => (one.longest > best.longest ? one : best), { longest: 0, layout: 0 });
}

function isWithin(inner: Piece, outer: Piece): boolean {
  return inner.ts >= outer.ts && inner.ts + inner.dur <= outer.ts + outer.dur;
}

function outermost(pieces: readonly Piece[]): Piece[] {
  let end = Number.NEGATIVE_INFINITY;
  return [...pieces]
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur)
    .filter((piece) => {
      if (piece.ts < end) return false;
      end = piece.ts + piece.dur;
      return true;
    });
}
