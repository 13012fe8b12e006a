import { hoverX, setHoverX } from "./hover";
import type { CursorProps } from "./reader";
import { panned, zoomedBy } from "./zooming";

/** What the keys do in a chart that has the focus. */

type Keyed = Pick<CursorProps, "across" | "xs" | "reader">;

/** How much nearer one press of + comes, and how far an arrow moves what is shown. */
const NEARER = 0.5;
const PAN = 0.25;
/** Presses of an arrow from one end to the other. */
const PRESSES = 60;

const KEYS: Readonly<Record<string, (chart: Keyed, shift: boolean) => void>> = {
  ArrowLeft: (chart, shift) => (shift ? pan(chart, -PAN) : move(chart, -1)),
  ArrowRight: (chart, shift) => (shift ? pan(chart, PAN) : move(chart, 1)),
  Home: (chart) => move(chart, Number.NEGATIVE_INFINITY),
  End: (chart) => move(chart, Number.POSITIVE_INFINITY),
  "+": (chart) => zoom(chart, NEARER),
  "=": (chart) => zoom(chart, NEARER),
  "-": (chart) => zoom(chart, 1 / NEARER),
  "0": ({ reader }) => reader.zoomTo(null),
  Enter: pinOrEnlarge,
};

/** @returns whether the key meant something here */
export function chartKey({ key, shiftKey, ctrlKey, metaKey, altKey }: React.KeyboardEvent, chart: Keyed): boolean {
  const handle = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
  if (!handle || ctrlKey || metaKey || altKey) return false;
  handle(chart, shiftKey);
  return true;
}

/** Arrow keys go through the points of the chart, Home and End to the first and last. */
function move({ xs, reader }: Keyed, strides: number): void {
  if (xs.length === 0) return;
  const now = hoverX() ?? (xs.at(-1) as number);
  const at = Math.max(
    0,
    xs.findLastIndex((x) => x <= now),
  );
  const stride = Math.max(1, Math.round(xs.length / PRESSES));
  setHoverX(xs[Math.min(xs.length - 1, Math.max(0, at + strides * stride))] as number, reader.name);
}

function zoom({ across: { domain }, reader }: Keyed, factor: number): void {
  const x = hoverX();
  const [from, to] = domain;
  const middle = reader.all.log ? Math.sqrt(from * to) : (from + to) / 2;
  const around = x !== null && x >= from && x <= to ? x : middle;
  reader.zoomTo(zoomedBy(factor, around, domain, reader.all));
}

function pan({ across: { domain }, reader }: Keyed, share: number): void {
  if (reader.isZoomed) reader.zoomTo(panned(share, domain, reader.all));
}

/** Enter pins the step under the cursor, or unpins it; a chart without a cursor is enlarged. */
function pinOrEnlarge({ reader }: Keyed): void {
  const x = hoverX();
  if (x === null) reader.enlarge();
  else reader.pinAt(x);
}
