import { atChance } from "./rules/atChance";
import { ceiling } from "./rules/ceiling";
import { diverged } from "./rules/diverged";
import { easyViews } from "./rules/easyViews";
import { evenNegatives } from "./rules/evenNegatives";
import { fewNegatives } from "./rules/fewNegatives";
import { flatValue } from "./rules/flatValue";
import { madeUp } from "./rules/madeUp";
import { noGain } from "./rules/noGain";
import { noise } from "./rules/noise";
import { onePoint } from "./rules/onePoint";
import { saturated } from "./rules/saturated";
import { silent } from "./rules/silent";
import { stepSize } from "./rules/stepSize";
import { stillImproving } from "./rules/stillImproving";
import { unusedDirections } from "./rules/unusedDirections";
import { updates } from "./rules/updates";
import { vanishing } from "./rules/vanishing";
import { wideInterval } from "./rules/wideInterval";

/** Every rule by its id, the most important first: what went wrong, what the comparison is worth, what the losses do. */
export const RULES = {
  diverged,
  onePoint,
  atChance,
  noGain,
  saturated,
  stepSize,
  wideInterval,
  unusedDirections,
  easyViews,
  vanishing,
  madeUp,
  ceiling,
  updates,
  silent,
  noise,
  fewNegatives,
  evenNegatives,
  stillImproving,
  flatValue,
};

export type RuleId = keyof typeof RULES;

declare module "../../i18n/message" {
  interface TextRooms {
    narrator: { readonly [I in RuleId]: (typeof RULES)[I]["texts"] };
  }
}
