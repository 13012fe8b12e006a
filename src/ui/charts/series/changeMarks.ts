import { flatten } from "../../../config/paths";
import { say } from "../../../i18n/message";
import { translate } from "../../../i18n/translate";
import type { RunChange } from "../../../record/changes";
import type { Placing } from "../../../record/xAxis";
import { valueInWords } from "../../settings/changeInWords";
import { settingName } from "../../settings/names";
import type { Mark } from "../plot/marks";
import { texts } from "../texts";

/** A thin line at every step at which the run was changed; its name where there is room for one. */
export function changeMarks(changes: readonly RunChange[], compact: boolean, place: Placing): Mark[] {
  const marks = changes.map(
    (change): Mark => ({ axis: "x", at: place(change.step), label: compact ? "\u0394" : nameOf(change) }),
  );
  return marks.filter(({ at }) => Number.isFinite(at));
}

/** `Learning rate 0.01` */
function nameOf({ patch, environment }: RunChange): string {
  if (environment) return translate(texts.elsewhere);
  const fields = flatten(patch);
  const [[path, value] = ["", null]] = fields;
  if (fields.length > 1) return translate(say(texts.changed, { n: fields.length }));
  return path === "arms" ? settingName(path) : `${settingName(path)} ${valueInWords(path, value)}`;
}
