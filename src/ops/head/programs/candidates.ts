import type { TensorInfo } from "@tensorflow/tfjs";
import { ofDots } from "./arms";
import type { HeadShape } from "./shape";
import type { FusedArm } from "./types";

/**
 * What an anchor is compared with: the other views of its batch, or a queue's keys, where its positive has a row of its own. All
 * programs that walk over candidates do so through these few functions.
 */
export interface Candidates {
  /** [L, CANDIDATES, ROWS]: cosines of every anchor (down a column) with every candidate. */
  similarities: TensorInfo;
  /** [L, ROWS]; for inner products of the embeddings alone. */
  inverseNorm: TensorInfo;
  /** K; null where they are the batch's views. */
  queue: number | null;
}

/** Bindings, constants and WGSL. `cosines` are bound already where `bound` says so. */
export function candidatesSource(
  { rows }: HeadShape,
  arms: readonly FusedArm[],
  { similarities, inverseNorm, queue }: Candidates,
): { reads: Record<string, TensorInfo>; constants: Record<string, number>; wgsl: string } {
  const hasDots = arms.some(ofDots);
  const all = queue === null ? rows : queue + 1;
  return {
    reads: {
      [queue === null ? "cosines" : "similarities"]: similarities,
      ...(hasDots ? { inverse_norm: inverseNorm } : {}),
    },
    constants: { CANDIDATES: all },
    wgsl: `${queue === null ? OF_BATCH : ofQueue(queue)}${hasDots ? WITH_DOTS : WITHOUT_DOTS}`,
  };
}

const OF_BATCH = /* wgsl */ `
/** Candidates that may be negatives: those before this one. */
fn negatives() -> u32 { return VIEWS; }
fn is_negative(learner: u32, view: u32, n: u32) -> bool { return is_other(learner, view, n); }
fn count_of(learner: u32) -> f32 { return count_of_others(learner); }
fn positive_of(view: u32) -> u32 { return (view + SAMPLES) % VIEWS; }
fn cosine_at(at: u32) -> f32 { return cosines[at]; }`;

function ofQueue(keys: number): string {
  return /* wgsl */ `
fn negatives() -> u32 { return ${keys}u; }
fn is_negative(learner: u32, view: u32, n: u32) -> bool { return true; }
fn count_of(learner: u32) -> f32 { return ${keys}.0; }
fn positive_of(view: u32) -> u32 { return ${keys}u; }
fn cosine_at(at: u32) -> f32 { return similarities[at]; }`;
}

const PLACE = /* wgsl */ `
fn candidate(learner: u32, view: u32, n: u32) -> u32 { return (learner * CANDIDATES + n) * ROWS + view; }`;

const WITHOUT_DOTS = /* wgsl */ `${PLACE}
/** s_in, in which cosines are divided by \`scale\`. */
fn similarity(learner: u32, view: u32, n: u32, scale: f32) -> f32 { return cosine_at(candidate(learner, view, n)) / scale; }`;

const WITH_DOTS = /* wgsl */ `${PLACE}
/** 0 where there is no direction. */
fn norm_of(learner: u32, view: u32) -> f32 {
  let inverse = inverse_norm[learner * ROWS + view];
  return select(1.0 / inverse, 0.0, inverse == 0.0);
}
fn similarity(learner: u32, view: u32, n: u32, scale: f32) -> f32 {
  let cosine = cosine_at(candidate(learner, view, n));
  if (of_dots(learner)) { return cosine * norm_of(learner, view) * norm_of(learner, n); }
  return cosine / scale;
}`;
