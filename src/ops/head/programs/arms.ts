import { f32 } from "../../../engine/wgsl/numbers";
import type { Pairing } from "../../../objectives/contrasts";
import type { PairwiseWgsl, SoftmaxWgsl } from "../../../objectives/wgsl";
import { precisionNumber } from "../../precision";
import type { FusedArm } from "./types";

/**
 * WGSL of what the arms of a cohort differ in, as functions of the learner: the objective, what its softmax is over, which
 * views are an anchor's negatives, and its precision. All of it is known when the text is written, so an arm costs a
 * comparison of the learner's number, and cohorts without some form do not carry it.
 */
export function armsWgsl(arms: readonly FusedArm[], hasQueue: boolean): string {
  const flag = (is: (arm: FusedArm) => boolean) => armFlag(arms, is);
  return /* wgsl */ `
/** What objectives see beside the row, and leave beside their gradient. */
var<private> memory: f32;
var<private> learned: vec2f;
var<private> kept: f32;
var<private> of_learned: vec2f;
/** Whether what lies between the similarities and their gradient is rounded too. */
var<private> rounds_within: bool = true;
fn inner(x: f32) -> f32 { return select(x, rounded(x), rounds_within); }
${rowsWgsl(arms)}
${exponentWgsl(arms)}
fn is_pairwise(learner: u32) -> bool { return ${flag(hasPairs)}; }
/** Whether its loss is not one of rows. */
fn is_beside(learner: u32) -> bool { return ${flag(isBeside)}; }
fn is_together(learner: u32) -> bool { return ${flag((arm) => togetherOf(arm) !== undefined)}; }
fn over_candidates(learner: u32) -> bool { return ${flag(overCandidates)}; }
fn of_cosines(learner: u32) -> bool { return ${flag(({ similarity }) => similarity === "cosine")}; }
fn of_dots(learner: u32) -> bool { return ${flag(ofDots)}; }
fn rounds_ends(learner: u32) -> bool { return ${flag(({ roundsEnds }) => roundsEnds)}; }
/** Whether the softmax of the diagnostics is not the objective's. */
fn has_own_softmax(learner: u32) -> bool { return ${flag((arm) => hasQueue || hasOwnSoftmax(arm))}; }
fn precision_of(learner: u32) -> u32 { return ${perLearner(arms, ({ precision }) => precisionNumber(precision))}; }
${pairingWgsl(arms)}`;
}

/** A condition on `learner`: whether something is so of its arm. */
export function armFlag(arms: readonly FusedArm[], is: (arm: FusedArm) => boolean): string {
  return `${perLearner(arms, (arm) => Number(is(arm)))} == 1u`;
}

/** The rows' form of an arm; undefined where its loss is another one. */
function softmaxOf({ objective }: FusedArm): SoftmaxWgsl | undefined {
  return objective?.form === "softmax" ? objective : undefined;
}

/** How an arm's anchors are seen together; undefined where each is seen by itself. */
export function togetherOf(arm: FusedArm): SoftmaxWgsl["together"] {
  return softmaxOf(arm)?.together;
}

export function ofDots({ similarity }: FusedArm): boolean {
  return similarity === "dot";
}

export function hasPairs({ objective }: FusedArm): boolean {
  return objective?.form === "pairwise";
}

export function isConcentrated(arm: FusedArm): boolean {
  return softmaxOf(arm)?.concentration !== undefined;
}

/** Whether its loss is not one of rows: of class scores, of standardized embeddings, or worked out beside the programs. */
export function isBeside({ objective }: FusedArm): boolean {
  return objective?.form !== "softmax" && objective?.form !== "pairwise";
}

function overCandidates(arm: FusedArm): boolean {
  return softmaxOf(arm)?.over === "candidates";
}

/** Whether the softmax of the diagnostics is not the objective's. */
export function hasOwnSoftmax(arm: FusedArm): boolean {
  const isPlain = arm.pairing === "allViews" && arm.similarity === "logit" && arm.precision === "float32";
  return overCandidates(arm) || !isPlain || softmaxOf(arm)?.exponent !== undefined;
}

const PARAMETERS = "v: f32, p: f32, log_p: f32, positive: f32, tau: f32, count: f32, x: f32, mean: f32";

/** The objectives' bodies: of rows by themselves and together, and of pairs. */
function rowsWgsl(arms: readonly FusedArm[]): string {
  const rows = bodies(arms, (arm) => softmaxOf(arm)?.row);
  const own = bodies(arms, ({ objective }) => (objective as PairwiseWgsl | null)?.positive);
  const pairs = bodies(arms, ({ objective }) => (objective as PairwiseWgsl | null)?.pair);
  return /* wgsl */ `
struct LogitGradient { value: f32, positive: f32, negatives: f32 }
${rows.texts.map((body, k) => `fn row_${k}(${PARAMETERS}) -> LogitGradient { ${body} }`).join("\n")}
fn logit_gradient(learner: u32, ${PARAMETERS}) -> LogitGradient {
  ${rows.select((k) => `row_${k}(v, p, log_p, positive, tau, count, x, mean)`, "LogitGradient()")}
}
struct Pair { value: f32, negative: f32, positive: f32 }
${own.texts.map((body, k) => `fn positive_${k}(p: f32, count: f32) -> vec2f { ${body} }`).join("\n")}
${pairs.texts.map((body, k) => `fn pair_${k}(s: f32, p: f32, count: f32) -> Pair { ${body} }`).join("\n")}
fn positive_part(learner: u32, p: f32, count: f32) -> vec2f { ${own.select((k) => `positive_${k}(p, count)`, "vec2f()")} }
fn pair_of(learner: u32, s: f32, p: f32, count: f32) -> Pair { ${pairs.select((k) => `pair_${k}(s, p, count)`, "Pair()")} }`;
}

/** What stands in the exponents, and how concentrated the negatives are. */
function exponentWgsl(arms: readonly FusedArm[]): string {
  const values = bodies(arms, (arm) => softmaxOf(arm)?.exponent?.value);
  const slopes = bodies(arms, (arm) => softmaxOf(arm)?.exponent?.slope);
  const concentration = perLearner(arms, (arm) => f32(softmaxOf(arm)?.concentration ?? 0));
  return /* wgsl */ `
${values.texts.map((value, k) => `fn exponent_${k}(s: f32) -> f32 { return ${value}; }`).join("\n")}
${slopes.texts.map((slope, k) => `fn slope_${k}(s: f32) -> f32 { return ${slope}; }`).join("\n")}
fn exponent(learner: u32, s: f32) -> f32 { ${values.select((k) => `exponent_${k}(s)`, "s")} }
fn slope(learner: u32, s: f32) -> f32 { ${slopes.select((k) => `slope_${k}(s)`, "1.0")} }
fn is_concentrated(learner: u32) -> bool { return ${armFlag(arms, isConcentrated)}; }
fn concentration_of(learner: u32) -> f32 { return ${concentration}; }`;
}

/** Function bodies that some arms have, each once, and WGSL that calls the one of a learner. */
export function bodies(arms: readonly FusedArm[], body: (arm: FusedArm) => string | undefined) {
  const texts = [...new Set(arms.map(body))].filter((text) => text !== undefined);
  const number = (arm: FusedArm) => texts.indexOf(body(arm) ?? "");
  const select = (call: (k: number) => string, otherwise: string) => {
    if (texts.length === 0) return `return ${otherwise};`;
    const cases = texts.map((_, k) => `case ${k}u: { return ${call(k)}; }`).join(" ");
    const which = perLearner(arms, (arm) => (number(arm) < 0 ? texts.length : number(arm)));
    return `switch ${which} { ${cases} default: { return ${otherwise}; } }`;
  };
  return { texts, select };
}

const PAIRINGS: Record<Pairing, { number: number; negative: string }> = {
  allViews: { number: 0, negative: "n != view && n != partner" },
  bothWays: { number: 1, negative: "crosses && n != partner" },
  oneWay: { number: 2, negative: "crosses && n != partner" },
  sameView: { number: 3, negative: "!crosses && n != view" },
};

function pairingWgsl(arms: readonly FusedArm[]): string {
  const present = [...new Set(arms.map(({ pairing }) => pairing))];
  const cases = present.map((pairing) => {
    const { number, negative } = PAIRINGS[pairing];
    return `case ${number}u: { return ${negative}; }`;
  });
  const pairing = perLearner(arms, (arm) => PAIRINGS[arm.pairing].number);
  const isAll = perLearner(arms, (arm) => Number(arm.pairing === "allViews"));
  const isOneWay = perLearner(arms, (arm) => Number(arm.pairing === "oneWay"));
  return /* wgsl */ `
/** Whether view n < VIEWS is a negative of the anchor \`view\` in the batch. */
fn is_other(learner: u32, view: u32, n: u32) -> bool {
  let partner = (view + SAMPLES) % VIEWS;
  let crosses = (n < SAMPLES) != (view < SAMPLES);
  switch ${pairing} { ${cases.join(" ")} default: { return false; } }
}
fn count_of_others(learner: u32) -> f32 { return f32(select(SAMPLES - 1u, VIEWS - 2u, ${isAll} == 1u)); }
/** What an anchor counts in the mean over all views: where only first views are anchors, these count twice. */
fn share_of(learner: u32, view: u32) -> f32 {
  return select(1.0, select(0.0, 2.0, view < SAMPLES), ${isOneWay} == 1u);
}`;
}

/** An expression of `learner`: what the arm that it belongs to has, a number that is none of floats as u32. */
export function perLearner(arms: readonly FusedArm[], value: (arm: FusedArm) => number | string): string {
  let end = arms.reduce((sum, { learners }) => sum + learners, 0);
  return arms.reduceRight((later, arm) => {
    const given = value(arm);
    const own = typeof given === "number" ? `${given}u` : given;
    const expression = later === "" || later === own ? own : `select(${own}, ${later}, learner >= ${end}u)`;
    end -= arm.learners;
    return expression;
  }, "");
}

/** The learners of some arms: how many, and an expression of the learner that is the `index`-th of them. */
export function learnersOf(arms: readonly FusedArm[], has: (arm: FusedArm) => boolean): { count: number; nth: string } {
  let [from, count, nth] = [0, 0, "index"];
  for (const arm of arms) {
    if (has(arm)) {
      const own = `index + ${from - count}u`;
      nth = count === 0 ? own : `select(${nth}, ${own}, index >= ${count}u)`;
      count += arm.learners;
    }
    from += arm.learners;
  }
  return { count, nth };
}
