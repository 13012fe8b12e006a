import type { Axis } from "../../record/drawn/scales";

/** A chart along a run as data: everything that its drawing needs, and nothing that only a page has. */

/** A line with its band; NaN where there is nothing. */
export interface FigureLine {
  label: string;
  color: string;
  /** `stroke-dasharray`; empty for a line without gaps. */
  dash: string;
  /** Where its points lie on the x axis, ascending. */
  xs: readonly number[];
  mean: ArrayLike<number>;
  low: ArrayLike<number>;
  high: ArrayLike<number>;
  /** The unsmoothed mean's extent, drawn behind. */
  raw: { low: ArrayLike<number>; high: ArrayLike<number> } | null;
}

/** A place on the x axis of which something is said when the pointer is there. */
interface FigureReading {
  step: number;
  said: string;
}

/** Colors of what is not data, in whatever way the document names them. */
export interface FigureTheme {
  ink: string;
  grid: string;
  axis: string;
  mark: string;
  ground: string;
}

export interface Figure {
  /** Letters, digits and hyphens, once in a document. */
  id: string;
  title: string;
  /** What is to be seen, for those who do not see it. */
  description: string;
  width: number;
  height: number;
  /** Size of its numbers, in units of the drawing. */
  text: number;
  lines: readonly FigureLine[];
  x: Axis;
  y: Axis;
  /** Whether the y axis is logarithmic. */
  log: boolean;
  /** Whether the x axis is. */
  xLog: boolean;
  xName: string;
  /** Above the y axis. */
  yName: string;
  marks: readonly { at: number; label: string }[];
  /** Places on the x axis across which a line is drawn. */
  turns: readonly number[];
  readings: readonly FigureReading[];
  theme: FigureTheme;
}
