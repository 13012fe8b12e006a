import { flatten } from "../../../config/paths";
import { say } from "../../../i18n/message";
import { translate } from "../../../i18n/translate";
import type { RunChange } from "../../../record/changes";
import type { Placing } from "../../../record/drawn/xAxis";
import { valueInWords } from "../../../session/settings/changeInWords";
import { settingName } from "../../../session/settings/names";
import type { Mark } from "../plot/marks";
import { texts } from "../texts";

/** How much of the axis a name may take. */
const ROOM = 0.5;

interface Room {
  compact: boolean;
  place: Placing;
  domain: readonly [number, number];
}

/** A thin line at every step at which the run was changed; the latest with its name, where there is room for it. */
export function changeMarks(changes: readonly RunChange[], { compact, place, domain }: Room): Mark[] {
  const [from, to] = domain;
  const shares = changes.map(({ step }) => (place(step) - from) / (to - from));
  const marks = changes.map((change, i): Mark => {
    const at = shares[i] as number;
    const isLast = i === changes.length - 1;
    const runs = at < 1 - ROOM ? "right" : "left";
    const hasRoom = runs === "right" || at - (shares[i - 1] ?? 0) >= ROOM;
    return {
      axis: "x",
      at: place(change.step),
      label: isLast && hasRoom && !compact ? nameOf(change) : "\u0394",
      runs,
    };
  });
  return marks.filter(({ at }) => at >= from && at <= to);
}

/** `Learning rate 0.01` */
function nameOf({ patch, environment, branch }: RunChange): string {
  if (branch) return translate(texts.branched);
  if (environment) return translate(texts.elsewhere);
  const fields = flatten(patch);
  const [[path, value] = ["", null]] = fields;
  if (fields.length > 1) return translate(say(texts.changed, { n: fields.length }));
  return path === "arms" ? settingName(path) : `${settingName(path)} ${valueInWords(path, value)}`;
}
