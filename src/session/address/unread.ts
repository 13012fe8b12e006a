import type { ConfigError } from "../../config/configError";
import { say } from "../../i18n/message";
import type { Playground } from "../playground";
import { texts } from "./errors";

/** Says what of an address could not be read, and how many fields that are; nothing where all could be. */
export function sayUnread(playground: Playground, errors: ConfigError[]): void {
  const n = new Set(errors.map(({ path }) => path)).size;
  if (n > 0) playground.notify("invalidAddress", say(texts.fields, { n }), errors);
}
