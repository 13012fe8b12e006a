import type { Zoom } from "../../../session/reading/state";
import type { Across } from "./geometry";
import type { Zoomable } from "./zooming";

/** What can be done with a chart beside reading it. */
export interface ChartReader {
  /** Of the chart. */
  name: string;
  /** The step whose values are kept in sight, and where it lies. */
  pinned: number | null;
  pinnedX: number | null;
  pin: (step: number | null) => void;
  /** Pins the step that is read at a place, or unpins it; says so where nothing is read there. */
  pinAt: (x: number) => void;
  /** Whether a part of the axis is shown alone. */
  isZoomed: boolean;
  /** The whole axis. */
  all: Zoomable;
  zoomTo: (zoom: Zoom | null) => void;
  enlarge: () => void;
  /** Told where the pointer is: on the x axis, and in pixels from the top; null where nothing is to be pointed at. */
  point: ((at: { x: number; y: number } | null) => void) | null;
}

export interface CursorProps {
  height: number;
  top: number;
  bottom: number;
  across: Across;
  /** Places of the points, in order: what the arrow keys move between. */
  xs: number[];
  reader: ChartReader;
  label: string;
  description: string;
}
