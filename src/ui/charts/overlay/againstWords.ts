import { formatCount, formatItems } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import type { RunDifference, Stretch } from "../../../record/runComparison";
import { texts as verdictTexts } from "../../../record/words/texts";
import { texts } from "./texts";

/**
 * `step 200 in both`: at which steps the values of two runs were measured that a difference is of.
 * @param isProvisional one of the runs is not over: who looks again and again sees what chance does
 */
export function placesInWords([own, other]: RunDifference["steps"], isProvisional: boolean): string {
  const t = translateAll(texts);
  const [here, there] = [placeOf(own), placeOf(other)];
  const places = here === there ? t.inBoth({ place: here }) : t.inEach({ here, there });
  return isProvisional ? formatItems([places, translateAll(verdictTexts).provisional]) : places;
}

function placeOf([from, to]: Stretch): string {
  const t = translateAll(verdictTexts);
  return from < to ? t.mean({ from: formatCount(from), to: formatCount(to) }) : t.at({ step: formatCount(to) });
}
