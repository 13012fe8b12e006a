import { translateAll } from "../../i18n/translate";
import { texts } from "./texts";

/** A key as it is printed on a keyboard. */
export function keyName(key: string): string {
  const names: Readonly<Record<string, string>> = translateAll(texts).keys;
  return names[key] ?? key.toUpperCase();
}
