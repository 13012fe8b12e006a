import type { Playground } from "../playground";
import type { ViewSettings } from "../view";
import type { ChartReading, Zoom } from "./state";

/** What can be done to what is looked at in the charts. */

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
