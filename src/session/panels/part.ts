import { type ConfigError, configError } from "../../config/configError";
import { renamedPath } from "../../config/renamed";
import { type Said, say } from "../../i18n/message";
import type { AddressPart } from "../address/part";
import { type Arrangement, EVERYTHING } from "./arrangement";
import { CONTROL_NAMES, FIXED_NAMES } from "./controls";
import { texts } from "./errors";
import { PANEL_NAMES } from "./registry";

/** `panels=loss,verdict&controls.lock=settings` in an address: lists of names, divided by commas. */

interface Kind {
  names: ReadonlySet<string>;
  refused(name: string): Said;
}

const PANELS: Kind = {
  names: new Set(PANEL_NAMES),
  refused: (name) => say(texts.noPanel, { name, allowed: PANEL_NAMES.join(", ") }),
};
const CONTROLS: Kind = {
  names: new Set(CONTROL_NAMES),
  refused: (name) => say(texts.noControl, { name, allowed: FIXED_NAMES.join(", ") }),
};

/** In the order in which they are written. */
const LISTS: Record<keyof Arrangement, { key: string; kind: Kind }> = {
  panels: { key: "panels", kind: PANELS },
  hiddenPanels: { key: "panels.hide", kind: PANELS },
  controls: { key: "controls", kind: CONTROLS },
  hiddenControls: { key: "controls.hide", kind: CONTROLS },
  shownControls: { key: "controls.show", kind: CONTROLS },
  lockedControls: { key: "controls.lock", kind: CONTROLS },
  openControls: { key: "controls.open", kind: CONTROLS },
};
const FIELDS = Object.keys(LISTS) as (keyof Arrangement)[];
const KEYS = new Set(FIELDS.map((field) => LISTS[field].key));

/** What of the page is shown. */
export const arrangementPart: AddressPart<Arrangement> = {
  owns: (key) => KEYS.has(key),
  read: (entries, errors) => {
    if (entries.size === 0) return EVERYTHING;
    const lists = FIELDS.map((field) => {
      const { key, kind } = LISTS[field];
      const text = entries.get(key);
      return [field, text === undefined ? [] : readNames(key, text, kind, errors)];
    });
    return Object.fromEntries(lists) as Record<keyof Arrangement, string[]>;
  },
  write: (arrangement) =>
    FIELDS.filter((field) => arrangement[field].length > 0).map((field) => [
      LISTS[field].key,
      arrangement[field].join(","),
    ]),
};

function readNames(key: string, text: string, { names, refused }: Kind, errors: ConfigError[]): string[] {
  const written = [...new Set(text.split(",").map((name) => renamedPath(name.trim())))].filter((name) => name !== "");
  if (written.length === 0) errors.push(configError(key, texts.nothing));
  errors.push(...written.filter((name) => !names.has(name)).map((name) => configError(key, refused(name))));
  return written.filter((name) => names.has(name));
}
