import { armLabel } from "../../config/arms";
import type { ConfigChange } from "../../config/diff";
import type { ArmConfig } from "../../config/schema";
import type { Interpretation } from "../../data/interpretation/schema";
import { formatList, formatSetting, formatTick } from "../../i18n/format";
import { translate } from "../../i18n/translate";
import { texts as interpretation } from "./interpretationTexts";
import { optionNames, settingName } from "./names";
import { texts } from "./texts";

const { roles } = interpretation;

/** What one field was and is, for a sentence that has a place for each. */
export function changeInWords({ path, before, after }: ConfigChange) {
  return { name: settingName(path), before: valueInWords(path, before), after: valueInWords(path, after) };
}

/** A setting's value as the page calls it. */
export function valueInWords(path: string, value: unknown): string {
  if (path === "arms") return formatList((value as ArmConfig[]).map((arm) => translate(armLabel(arm))));
  if (isColumns(value)) return formatList(value.map(({ name, role }) => `${name}: ${translate(roles[role])}`));
  if (typeof value === "number") return formatTick(value);
  return optionNames(path)[String(value)] ?? (formatSetting(value) || translate(texts.notSet));
}

/** Roles of columns (data/interpretation). */
function isColumns(value: unknown): value is NonNullable<Interpretation["columns"]> {
  return Array.isArray(value) && value.every((item) => typeof item === "object" && item !== null && "role" in item);
}
