import type { Playground } from "./playground";
import type { ViewSettings } from "./view";

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

function change({ store }: Playground, patch: (reading: ChartReading) => Partial<ChartReading>): void {
  store.setState(({ reading }) => ({ reading: { ...reading, ...patch(reading) } }));
}

/** Shows a stretch in all charts, or in the one that it was chosen in, as the view says; null shows all again. */
export function zoomTo(playground: Playground, chart: string, zoom: Zoom | null): void {
  const { zoomAll } = playground.state.view;
  change(playground, ({ zooms }) => {
    const { [chart]: _, ...others } = zooms;
    if (zoom === null) return { zooms: others, ...(zooms[chart] && !zoomAll ? {} : { zoom: null }) };
    return zoomAll ? { zoom, zooms: {} } : { zooms: { ...zooms, [chart]: zoom } };
  });
}

/** Pins a step, or unpins it. */
export function pin(playground: Playground, pinned: number | null): void {
  change(playground, () => ({ pinned }));
}

/** Switches the curves of an arm off or on in all charts. */
export function toggleArm(playground: Playground, label: string): void {
  change(playground, ({ hidden }) => ({
    hidden: hidden.includes(label) ? hidden.filter((other) => other !== label) : [...hidden, label],
  }));
}

/** Shows the curves of one arm alone, or those of all where it is alone already. */
export function onlyArm(playground: Playground, label: string, labels: readonly string[]): void {
  const others = labels.filter((other) => other !== label);
  change(playground, ({ hidden }) => {
    const isAlone = !hidden.includes(label) && others.every((other) => hidden.includes(other));
    return { hidden: isAlone ? [] : others };
  });
}

/** Another x axis: a stretch of the one before means nothing on it. */
export function setXAxis(playground: Playground, axis: Partial<Pick<ViewSettings, "x" | "xScale">>): void {
  playground.setView(axis);
  if (axis.x) change(playground, () => ({ zoom: null, zooms: {} }));
}
