import type { Action } from "../../session/actions/action";
import { isApple } from "./platform";

/** Which key presses are shortcuts: those that mean nothing to the element that has the focus. */

/** Where every key is a letter of a text. */
const TYPING =
  "textarea, [contenteditable=true], input:not([readonly], [type=checkbox], [type=radio], [type=range], [type=button], [type=file])";
/** Where letters find an entry, or what is behind is out of reach. */
const ENTERED = "select, input[aria-expanded=true], [role=dialog], [role=menu], [role=listbox]";
/** Where Space and the arrows do something. */
const OPERATED = "button, a, summary, input, [role=slider], [role=radiogroup], [role=tab], [role=group]";

type KeyPress = Pick<KeyboardEvent, "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> & {
  key: string | undefined;
};

/** A key press as a registered shortcut is written: `r`, `?`, `Mod+Shift+z`; empty, as none is, where it is of no key. */
export function shortcutOf(press: KeyPress, apple = isApple()): string {
  const { ctrlKey, metaKey, altKey, shiftKey, key } = press;
  // Filling in a form, a browser or its extension sends an event that says it is of a key, but not of which.
  if (!key) return "";
  if (!ctrlKey && !metaKey && !altKey) return key;
  const [mod, other] = apple ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  const held = [mod && "Mod", other && (apple ? "Ctrl" : "Meta"), altKey && "Alt", shiftKey && "Shift"];
  return [...held.filter(Boolean), letterOf({ key, code: press.code })].join("+");
}

/** The letter of a key; where the keyboard writes other letters than Latin ones, the one at its place. */
function letterOf({ key, code }: { key: string; code: string }): string {
  const [, latin] = /^Key([A-Z])$/.exec(code) ?? [];
  const isLatin = key.length !== 1 || key.charCodeAt(0) < 128;
  return (isLatin ? key : (latin ?? key)).toLowerCase();
}

/** Whether a key pressed on an element is an action's shortcut, rather than meant for that element. */
export function isShortcut(event: KeyboardEvent, { reach }: Pick<Action, "reach"> = {}): boolean {
  if (event.defaultPrevented) return false;
  if (reach === "everywhere") return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING)) return false;
  if (reach === "dialogs") return true;
  if (target?.closest(ENTERED)) return false;
  return !(target?.closest(OPERATED) && (event.key === " " || event.key.startsWith("Arrow")));
}
