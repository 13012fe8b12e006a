import { type Arrangement, type ControlState, controlState, isPanelShown } from "../panels/arrangement";
import { PANEL_GROUPS, PANEL_NAMES, type PanelGroupId, type PanelId, panelsOf } from "../panels/registry";

/** Arrangements as a teacher chooses them: a panel or a control at a time, written as shortly as can be. */

const GROUP_IDS = Object.keys(PANEL_GROUPS) as PanelGroupId[];
const ALL = (PANEL_NAMES as (PanelId | PanelGroupId)[]).filter((name): name is PanelId => !isGroup(name));

/** With a panel, or all of a group, shown or hidden. */
export function withPanel(arrangement: Arrangement, name: PanelId | PanelGroupId, shown: boolean): Arrangement {
  const named = panelsOf(name);
  const isShown = (id: PanelId) => (named.includes(id) ? shown : isPanelShown(arrangement, id));
  const panels = inGroups(ALL.filter(isShown));
  const hiddenPanels = inGroups(ALL.filter((id) => !isShown(id)));
  // Panels that are added to the page later on are shown where hidden ones are named.
  const isShorter = panels.length > 0 && panels.join().length < hiddenPanels.join().length;
  return isShorter ? { ...arrangement, panels, hiddenPanels: [] } : { ...arrangement, panels: [], hiddenPanels };
}

/** With a control, or all settings, free, locked or hidden. */
export function withControl(arrangement: Arrangement, name: string, state: ControlState): Arrangement {
  const { hiddenControls, shownControls, lockedControls } = arrangement;
  const others = (list: readonly string[]) => list.filter((one) => one !== name);
  const next: Arrangement = {
    ...arrangement,
    controls: [],
    hiddenControls: [...others(hiddenControls), ...(state === "hidden" ? [name] : [])],
    shownControls: others(shownControls),
    lockedControls: [...others(lockedControls), ...(state === "locked" ? [name] : [])],
    openControls: others(arrangement.openControls),
  };
  // A more general name may lock it.
  const isOpen = state !== "open" || controlState(next, name) !== "locked";
  return isOpen ? next : { ...next, openControls: [...next.openControls, name] };
}

/** The settings that are not as all are: those that can be used where all are locked or hidden, and those that are locked where they are free. */
export function exceptions(arrangement: Arrangement, paths: readonly string[]): string[] {
  const other = controlState(arrangement, "settings") === "open" ? "locked" : "open";
  return paths.filter((path) => controlState(arrangement, path) === other);
}

/** With just these exceptions among the settings. @param paths all that may be exceptions */
export function withExceptions(
  arrangement: Arrangement,
  paths: readonly string[],
  chosen: readonly string[],
): Arrangement {
  const all = controlState(arrangement, "settings");
  const listed = (list: readonly string[], of: ControlState) => [
    ...list.filter((name) => !paths.includes(name)),
    ...(all === of ? chosen : []),
  ];
  return {
    ...arrangement,
    shownControls: listed(arrangement.shownControls, "hidden"),
    lockedControls: listed(arrangement.lockedControls, "open"),
    openControls: listed(arrangement.openControls, "locked"),
  };
}

/** Groups in the place of all that they stand for. */
function inGroups(ids: readonly PanelId[]): (PanelId | PanelGroupId)[] {
  const whole = GROUP_IDS.filter((group) => panelsOf(group).every((id) => ids.includes(id)));
  const rest = ids.filter((id) => !whole.some((group) => panelsOf(group).includes(id)));
  return [...rest, ...whole];
}

function isGroup(name: string): name is PanelGroupId {
  return GROUP_IDS.some((group) => group === name);
}
