import { namesOfControl, SETTING_PATHS } from "./controls";
import { namesOfPanel, type PanelGroupId, type PanelId, panelsOf } from "./registry";

/** What of the page is shown, and what on it can be changed. Names are those of panels and controls, or of groups of them. */

type Names = readonly string[];

export interface Arrangement {
  /** The only panels that are shown; none named: all. */
  panels: Names;
  hiddenPanels: Names;
  /** The only controls that are shown; none named: all. */
  controls: Names;
  hiddenControls: Names;
  /** Those that are shown although a more general name is hidden. */
  shownControls: Names;
  /** Those that are seen but cannot be used. */
  lockedControls: Names;
  /** Those that can be used although a more general name is locked. */
  openControls: Names;
}

export const EVERYTHING: Arrangement = {
  panels: [],
  hiddenPanels: [],
  controls: [],
  hiddenControls: [],
  shownControls: [],
  lockedControls: [],
  openControls: [],
};

export type ControlState = "open" | "locked" | "hidden";

/** Whether a panel is shown, or any of a group. */
export function isPanelShown({ panels, hiddenPanels }: Arrangement, name: PanelId | PanelGroupId): boolean {
  return panelsOf(name).some((id) => isAmong(namesOfPanel(id), panels, hiddenPanels));
}

/** How a control is shown: a setting by its path, anything else by its name. */
export function controlState(arrangement: Arrangement, name: string): ControlState {
  const { controls, hiddenControls, shownControls, lockedControls, openControls } = arrangement;
  const names = namesOfControl(name);
  if (!isAmong(names, controls, []) || applies(names, hiddenControls, shownControls)) return "hidden";
  return applies(names, lockedControls, openControls) ? "locked" : "open";
}

/** Whether every setting can be changed: whoever changes them all at once asks this. */
export function areSettingsOpen(arrangement: Arrangement): boolean {
  return arrangement === EVERYTHING || SETTING_PATHS.every((path) => controlState(arrangement, path) === "open");
}

function isAmong(names: Names, only: Names, hidden: Names): boolean {
  const isNamed = (list: Names) => names.some((name) => list.includes(name));
  return (only.length === 0 || isNamed(only)) && !isNamed(hidden);
}

/** Whether a list has one of the names, and no exception is at least as special. */
function applies(names: Names, list: Names, exceptions: Names): boolean {
  const place = placeIn(names, list);
  return place < Number.POSITIVE_INFINITY && place <= placeIn(names, exceptions);
}

/** Place of the most special name that is listed. */
function placeIn(names: Names, list: Names): number {
  const place = names.findIndex((name) => list.includes(name));
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}
