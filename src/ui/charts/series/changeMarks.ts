import { flatten } from "../../../config/paths";
import { say } from "../../../i18n/message";
import { translate } from "../../../i18n/translate";
import type { RunChange } from "../../../record/changes";
import type { Placing } from "../../../record/xAxis";
import { valueInWords } from "../../settings/changeInWords";
import { settingName } from "../../settings/names";
import type { Mark } from "../plot/marks";
import { texts } from "../texts";

/** Least distance of a named mark from its neighbors, as a share of the axis. */
const ROOM = 0.25;

interface Room {
  compact: boolean;
  place: Placing;
  domain: readonly [number, number];
}

/** A thin line at every step at which the run was changed; its name where there is room for one. */
export function changeMarks(changes: readonly RunChange[], { compact, place, domain }: Room): Mark[] {
  const places = changes.map(({ step }) => place(step));
  const [from, to] = domain;
  const marks = changes.map((change, i): Mark => {
    const at = places[i] as number;
    const others = [places[i - 1] ?? Number.NEGATIVE_INFINITY, places[i + 1] ?? Number.POSITIVE_INFINITY];
    const isApart = others.every((other) => Math.abs(other - at) >= ROOM * (to - from));
    const isLeft = at - from < (to - from) / 2;
    const label = compact || !isApart ? "\u0394" : nameOf(change);
    return { axis: "x", at, label, runs: isLeft ? "right" : "left" };
  });
  return marks.filter(({ at }) => at >= from && at <= to);
}

/** `Learning rate 0.01` */
function nameOf({ patch, environment }: RunChange): string {
  if (environment) return translate(texts.elsewhere);
  const fields = flatten(patch);
  const [[path, value] = ["", null]] = fields;
  if (fields.length > 1) return translate(say(texts.changed, { n: fields.length }));
  return path === "arms" ? settingName(path) : `${settingName(path)} ${valueInWords(path, value)}`;
}
