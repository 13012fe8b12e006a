/** What somebody looks at in the charts for the moment: nothing of it is in the address, and nothing touches the training. */

/** A stretch of the x axis, in its units. */
export type Zoom = readonly [from: number, to: number];

export interface ChartReading {
  /** What all charts over steps show; null: all there is. */
  zoom: Zoom | null;
  /** The same of single charts, by name. */
  zooms: Readonly<Record<string, Zoom>>;
  /** The step whose values stand beside those under the cursor. */
  pinned: number | null;
  /** Labels of the arms that are switched off: those of the next run that are called the same are as well. */
  hidden: readonly string[];
}

export const FRESH_READING: ChartReading = { zoom: null, zooms: {}, pinned: null, hidden: [] };

/** The stretch that a chart shows; null: all there is. */
export function zoomOf({ zoom, zooms }: Pick<ChartReading, "zoom" | "zooms">, chart: string): Zoom | null {
  return zooms[chart] ?? zoom;
}
