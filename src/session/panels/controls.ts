import { experimentSchema } from "../../config/schema";
import { pathsOf } from "../../config/schemaInfo";

/** What can be operated on the page and may be hidden or locked: a few things by name, and every setting by its path. */

/** What moves the training. */
const TRANSPORT = ["play", "step", "reset"] as const;
/** The choice of another experiment; data that is brought. */
const OTHERS = ["presets", "data"] as const;

export type NamedControl = (typeof TRANSPORT)[number] | (typeof OTHERS)[number];

/** All settings. */
const SETTINGS = "settings";
const DATA = "dataset";

/** Every setting. */
export const SETTING_PATHS: readonly string[] = pathsOf(experimentSchema);

const NAMED: readonly string[] = [...TRANSPORT, ...OTHERS];

/** Names that are no paths. */
export const FIXED_NAMES: readonly string[] = ["transport", ...NAMED, SETTINGS];

/** All that an address may call controls: paths of settings too, and the part of a path that several share. */
export const CONTROL_NAMES: readonly string[] = [...new Set([...FIXED_NAMES, ...SETTING_PATHS.flatMap(beginnings)])];

/** What speaks for a control, from its own name to the most general one. */
export function namesOfControl(name: string): string[] {
  if (TRANSPORT.some((id) => id === name)) return [name, "transport"];
  // Other data is another setting.
  if (name === "data") return [name, SETTINGS];
  if (NAMED.includes(name)) return [name];
  const paths = beginnings(name).reverse();
  return [...paths, ...(paths.at(-1) === DATA ? ["data"] : []), SETTINGS];
}

/** `a`, `a.b` and `a.b.c` of `a.b.c`. */
function beginnings(path: string): string[] {
  const keys = path.split(".");
  return keys.map((_, i) => keys.slice(0, i + 1).join("."));
}
