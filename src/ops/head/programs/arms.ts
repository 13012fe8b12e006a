import type { Pairing } from "../../../objectives/contrasts";
import type { PairwiseWgsl, SoftmaxWgsl } from "../../../objectives/wgsl";
import { precisionNumber } from "../../precision";
import type { FusedArm } from "./types";

/**
 * WGSL of what the arms of a cohort differ in, as functions of the learner: the objective, what its softmax is over, which
 * views are an anchor's negatives, and its precision. All of it is known when the text is written, so an arm costs a
 * comparison of the learner's number, and cohorts without some form do not carry it.
 */
export function armsWgsl(arms: readonly FusedArm[]): string {
  const flag = (is: (arm: FusedArm) => boolean) => armFlag(arms, is);
  return /* wgsl */ `
${softmaxRowsWgsl(arms)}
${pairwiseWgsl(arms)}
fn is_pairwise(learner: u32) -> bool { return ${flag(({ objective }) => objective?.form === "pairwise")}; }
/** Whether its loss is worked out beside the programs. */
fn is_beside(learner: u32) -> bool { return ${flag(({ objective }) => objective === null)}; }
fn over_candidates(learner: u32) -> bool { return ${flag(overCandidates)}; }
fn of_cosines(learner: u32) -> bool { return ${flag(({ ofCosines }) => ofCosines)}; }
/** Whether the softmax of the diagnostics is not the objective's. */
fn has_own_softmax(learner: u32) -> bool { return ${flag(hasOwnSoftmax)}; }
fn precision_of(learner: u32) -> u32 { return ${perLearner(arms, ({ precision }) => precisionNumber(precision))}; }
${pairingWgsl(arms)}`;
}

/** A condition on `learner`: whether something is so of its arm. */
export function armFlag(arms: readonly FusedArm[], is: (arm: FusedArm) => boolean): string {
  return `${perLearner(arms, (arm) => Number(is(arm)))} == 1u`;
}

function overCandidates({ objective }: FusedArm): boolean {
  return objective?.form === "softmax" && objective.over === "candidates";
}

function hasOwnSoftmax(arm: FusedArm): boolean {
  return overCandidates(arm) || arm.pairing !== "allViews" || arm.ofCosines || arm.precision !== "float32";
}

function softmaxRowsWgsl(arms: readonly FusedArm[]): string {
  const parameters = "v: f32, p: f32, log_p: f32, positive: f32, tau: f32, count: f32";
  const rows = bodies(arms, ({ objective }) => (objective as SoftmaxWgsl | null)?.row);
  return /* wgsl */ `
struct LogitGradient { value: f32, positive: f32, negatives: f32 }
${rows.texts.map((body, k) => `fn row_${k}(${parameters}) -> LogitGradient { ${body} }`).join("\n")}
fn logit_gradient(learner: u32, v: f32, p: f32, log_p: f32, positive: f32, tau: f32) -> LogitGradient {
  ${rows.select((k) => `row_${k}(v, p, log_p, positive, tau, count_of(learner))`, "LogitGradient()")}
}`;
}

function pairwiseWgsl(arms: readonly FusedArm[]): string {
  const own = bodies(arms, ({ objective }) => (objective as PairwiseWgsl | null)?.positive);
  const pairs = bodies(arms, ({ objective }) => (objective as PairwiseWgsl | null)?.pair);
  return /* wgsl */ `
struct Pair { value: f32, negative: f32, positive: f32 }
${own.texts.map((body, k) => `fn positive_${k}(p: f32) -> vec2f { ${body} }`).join("\n")}
${pairs.texts.map((body, k) => `fn pair_${k}(s: f32, p: f32) -> Pair { ${body} }`).join("\n")}
fn positive_part(learner: u32, p: f32) -> vec2f { ${own.select((k) => `positive_${k}(p)`, "vec2f()")} }
fn pair_of(learner: u32, s: f32, p: f32) -> Pair { ${pairs.select((k) => `pair_${k}(s, p)`, "Pair()")} }`;
}

/** Function bodies that some arms have, each once, and WGSL that calls the one of a learner. */
function bodies(arms: readonly FusedArm[], body: (arm: FusedArm) => string | undefined) {
  const texts = [...new Set(arms.map(body))].filter((text) => text !== undefined);
  const number = (arm: FusedArm) => texts.indexOf(body(arm) ?? "");
  const select = (call: (k: number) => string, otherwise: string) => {
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
/** Whether view n < VIEWS is a negative of the anchor \`view\`. */
fn is_negative(learner: u32, view: u32, n: u32) -> bool {
  let partner = (view + SAMPLES) % VIEWS;
  let crosses = (n < SAMPLES) != (view < SAMPLES);
  switch ${pairing} { ${cases.join(" ")} default: { return false; } }
}
/** M, the number of negatives of an anchor. */
fn count_of(learner: u32) -> f32 { return f32(select(SAMPLES - 1u, VIEWS - 2u, ${isAll} == 1u)); }
/** What an anchor counts in the mean over all views: where only first views are anchors, these count twice. */
fn share_of(learner: u32, view: u32) -> f32 {
  return select(1.0, select(0.0, 2.0, view < SAMPLES), ${isOneWay} == 1u);
}`;
}

/** An expression of `learner`: the number of the arm that it belongs to. */
function perLearner(arms: readonly FusedArm[], value: (arm: FusedArm) => number): string {
  let end = arms.reduce((sum, { learners }) => sum + learners, 0);
  return arms.reduceRight((later, arm) => {
    const own = `${value(arm)}u`;
    const expression = later === "" || later === own ? own : `select(${own}, ${later}, learner >= ${end}u)`;
    end -= arm.learners;
    return expression;
  }, "");
}
