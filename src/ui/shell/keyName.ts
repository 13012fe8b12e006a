import { translateAll } from "../../i18n/translate";
import { isApple } from "../actions/platform";
import { texts } from "./texts";

/** What is printed on a Mac's keys, written before the letter without anything between. */
const APPLE: Readonly<Record<string, string>> = { Mod: "\u2318", Shift: "\u21e7", Alt: "\u2325", Ctrl: "\u2303" };
const OTHERS: Readonly<Record<string, string>> = { Mod: "Ctrl" };

/** A shortcut as it is printed on a keyboard: `Space`, `Ctrl+Shift+Z`, on a Mac with its signs. */
export function keyName(shortcut: string, apple = isApple()): string {
  const keys = shortcut.split(/\+(?=.)/);
  const modifiers = keys.slice(0, -1);
  const names: Readonly<Record<string, string>> = translateAll(texts).keys;
  const key = keys.at(-1) as string;
  const name = names[key] ?? key.toUpperCase();
  if (apple) return [...modifiers.map((held) => APPLE[held] ?? held).reverse(), name].join("");
  return [...modifiers.map((held) => OTHERS[held] ?? held), name].join("+");
}

/** What a button does, with the key that does it too, if there is one. */
export function withKey(label: string, shortcut: string | undefined): string {
  return shortcut ? `${label} (${keyName(shortcut)})` : label;
}
