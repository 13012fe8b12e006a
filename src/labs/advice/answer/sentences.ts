import { formatPercent, formatTick } from "../../../i18n/format";
import { type Said, say, textsOf } from "../../../i18n/message";
import { METRICS } from "../../../metrics";
import { objectiveName } from "../../../objectives";
import { excludesZero } from "../../../record/statistics/differences";
import type { Chosen } from "../choice";
import { LOSSES, SETTINGS, type Setting, TEMPERATURES } from "../recipe";
import { MOST_SEEDS } from "../schema";
import type { Facts, Report } from "./facts";
import { texts } from "./texts";
import { seedsToDecide, type VerdictKind, verdictOf } from "./verdict";
import { bare, factor, level, points, settingSaid, size } from "./words";

/** The answer as rules: each looks at what was measured, and says one thing or nothing. */

/** What there is once all was measured. */
export interface Measured extends Facts {
  chosen: Chosen;
  report: Report;
  verdict: VerdictKind;
}

type Rule = (facts: Measured) => Said | null;

/** f from which hardly anything vanishes, and below which more than half does. */
const HIGH = 0.9;
const LOW = 0.5;
/** Less accuracy than this beyond an encoder that was not trained is not far. */
const FAR = 0.03;

/** In the order in which they are said. */
const RULES: readonly Rule[] = [
  ({ verdict }) => texts.verdicts[verdict],
  levels,
  difference,
  reason,
  swapped,
  ({ report: { f }, verdict }) => (f === null ? null : ofFactor(f, verdict)),
  warm,
  equal,
  makesUp,
  (facts) => edge(facts, "rate", { low: texts.edge.smallest, high: texts.edge.largest }),
  (facts) => edge(facts, "tau", { low: texts.edge.coldest, high: texts.edge.warmest }),
  ({ report: { learned } }) =>
    learned !== null && learned < FAR ? say(texts.untrained, { gain: size(Math.max(0, learned)) }) : null,
  next,
];

/** The facts with what they come to; null before all was measured. */
export function measuredOf(facts: Facts): Measured | null {
  const { chosen, report, smallest } = facts;
  return chosen && report ? { ...facts, chosen, report, verdict: verdictOf(report.main, smallest) } : null;
}

/** The answer, sentence by sentence, the verdict first. */
export function answerOf(facts: Measured): Said[] {
  return RULES.map((rule) => rule(facts)).filter((said) => said !== null);
}

function levels(facts: Measured): Said | null {
  const { aim, report, chosen } = facts;
  if (report.main.difference === null) return null;
  const said = {
    flatSetting: settingSaid(facts, chosen.flatNce),
    flat: level(aim, report.flatNce),
    infoSetting: settingSaid(facts, chosen.infoNce),
    info: level(aim, report.infoNce),
  };
  if (aim === "steps") return say(texts.steps, said);
  const metric = METRICS[aim === "knn" ? "knnAccuracy" : "probeAccuracy"];
  return say(texts.accuracy, { ...said, metric: textsOf("metrics", metric).label });
}

function difference({ aim, report: { main } }: Measured): Said | null {
  if (main.difference === null) return null;
  if (!main.ci95) return say(texts.single, { difference: points(main.difference) });
  const [low, high] = main.ci95;
  const said = { difference: points(main.difference), low: bare(low), high: bare(high), seeds: main.n };
  return say(aim === "steps" ? texts.stepsDifference : texts.accuracyDifference, said);
}

function reason({ verdict, smallest }: Measured): Said | null {
  if (verdict === "oneSeed" || verdict === "nothing") return null;
  if (verdict === "worse") return texts.reasons.worse;
  return say(texts.reasons[verdict], { smallest: size(smallest) });
}

function swapped({ report }: Measured): Said | null {
  const other = report.swapped;
  if (!other || other.difference === null) return null;
  if (!other.ci95) return say(texts.swapped.single, { difference: points(other.difference) });
  const [low, high] = other.ci95;
  return say(texts.swapped.within, { difference: points(other.difference), low: bare(low), high: bare(high) });
}

function ofFactor(f: number, verdict: VerdictKind): Said {
  const said = { share: formatPercent(f, f < 0.1 ? 1 : 0), f: factor(f) };
  if (f >= HIGH) return say(verdict === "yes" ? texts.factor.highYet : texts.factor.high, said);
  if (f >= LOW) return say(texts.factor.middle, said);
  return say(verdict === "yes" ? texts.factor.low : texts.factor.lowYet, said);
}

/** Of the highest temperature, unless that is InfoNCE's own, of which is spoken already. */
function warm({ cells, chosen }: Measured): Said | null {
  const highest = Math.max(...TEMPERATURES);
  const factors = cells.flatMap(({ tau, f }) => (tau === highest && f !== null ? [f] : []));
  if (chosen.infoNce.tau === highest || factors.length === 0) return null;
  const f = factors.reduce((sum, value) => sum + value, 0) / factors.length;
  return f < HIGH ? null : say(texts.warm, { tau: formatTick(highest), f: factor(f) });
}

function aheadAt({ cells }: Facts) {
  const sure = cells.filter((cell) => excludesZero(cell.difference.ci95));
  const ahead = sure.filter((cell) => (cell.difference.difference ?? 0) > 0);
  return { ahead, behind: sure.length - ahead.length };
}

function equal(facts: Measured): Said {
  const { ahead, behind } = aheadAt(facts);
  if (ahead.length + behind === 0) return texts.equal.none;
  return say(texts.equal.some, { ahead: ahead.length, behind, count: facts.cells.length });
}

/** Where FlatNCE is ahead at equal settings, and yet not in the end. */
function makesUp(facts: Measured): Said | null {
  const { verdict, chosen } = facts;
  if ((verdict !== "same" && verdict !== "worse") || aheadAt(facts).ahead.length === 0) return null;
  const { infoNce, flatNce } = chosen;
  if (infoNce.rate > flatNce.rate) return say(texts.equal.stepSize, { times: formatTick(infoNce.rate / flatNce.rate) });
  return infoNce.tau === flatNce.tau ? null : say(texts.equal.temperature, { tau: formatTick(infoNce.tau) });
}

type EdgeMessage = typeof texts.edge.largest;

/** Where a loss did best at an end of what was tried. */
function edge({ chosen }: Measured, field: keyof Setting, messages: Record<"low" | "high", EdgeMessage>): Said | null {
  const tried = SETTINGS.map((setting) => setting[field]);
  for (const [end, message] of [
    [Math.max(...tried), messages.high],
    [Math.min(...tried), messages.low],
  ] as const) {
    const there = LOSSES.filter((loss) => chosen[loss][field] === end);
    const [only] = there;
    if (only) return say(message, { losses: there.length > 1 ? texts.edge.both : objectiveName(only) });
  }
  return null;
}

function next(facts: Measured): Said {
  const { verdict, chosen, report, smallest } = facts;
  switch (verdict) {
    case "yes":
      return say(texts.next.yes, { setting: settingSaid(facts, chosen.flatNce) });
    case "same":
    case "worse":
      return say(texts.next.no, { setting: settingSaid(facts, chosen.infoNce) });
    case "oneSeed":
      return texts.next.two;
    case "nothing":
      return texts.next.smaller;
    default: {
      const seeds = seedsToDecide(report.main, smallest, MOST_SEEDS);
      return seeds === null ? say(texts.next.tooMany, { most: MOST_SEEDS }) : say(texts.next.more, { seeds });
    }
  }
}
