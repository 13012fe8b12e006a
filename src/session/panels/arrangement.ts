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
  const { controls, hiddenControls, lockedControls, openControls } = arrangement;
  const names = namesOfControl(name);
  if (!isAmong(names, controls, hiddenControls)) return "hidden";
  const locked = placeIn(names, lockedControls);
  return locked < Number.POSITIVE_INFINITY && locked <= placeIn(names, openControls) ? "locked" : "open";
}

/** Whether every setting can be changed: whoever changes them all at once asks this. */
export function areSettingsOpen(arrangement: Arrangement): boolean {
  return arrangement === EVERYTHING || SETTING_PATHS.every((path) => controlState(arrangement, path) === "open");
}

function isAmong(names: Names, only: Names, hidden: Names): boolean {
  const isNamed = (list: Names) => names.some((name) => list.includes(name));
  return (only.length === 0 || isNamed(only)) && !isNamed(hidden);
}

/** Place of the most special name that is listed. */
function placeIn(names: Names, list: Names): number {
  const place = names.findIndex((name) => list.includes(name));
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}
