import type * as tf from "@tensorflow/tfjs";
import { snakeCase } from "../../../engine/wgsl/text";
import type { Plane } from "../../parts/plane";

/** Statistics of one anchor, in the order of their planes in the tensor `anchors` [L, ANCHOR_FIELDS, N]. */
export const MEASURED_FIELDS = ["value", "logXi", "ess", "positive", "hardest"] as const;
/** With what objectives leave for later programs: the softmax's logarithm, what they keep, the gradient of what they learn. */
export const ANCHOR_FIELDS = [...MEASURED_FIELDS, "own", "kept", "ofFirst", "ofSecond"] as const;
export type AnchorField = (typeof ANCHOR_FIELDS)[number];

/** WGSL of an anchor and of its place; `anchors` must be bound. */
export const ANCHOR_WGSL = /* wgsl */ `
struct Anchor {
  /** The objective's own value. */
  value: f32,
  /** log xi. */
  log_xi: f32,
  /** Effective sample size of the negatives, 1..M. */
  ess: f32,
  /** s_ip, and the largest s_in of a negative. */
  positive: f32,
  hardest: f32,
}
/** Place of the first field; the others follow at a distance of ALL_VIEWS. */
fn place_of(learner: u32, i: u32) -> u32 { return learner * ${ANCHOR_FIELDS.length}u * ALL_VIEWS + row_of(i); }`;

/** `put_anchor`, for the program that writes them. */
export const PUT_ANCHOR_WGSL = /* wgsl */ `
fn put_anchor(learner: u32, i: u32, a: Anchor) {
  let at = place_of(learner, i);
  ${MEASURED_FIELDS.map((field, k) => `anchors[at + ${k}u * ALL_VIEWS] = a.${snakeCase(field)};`).join("\n  ")}
}`;

/** An expression of the place of a statistic of anchor `i` of `learner`. */
export function anchorAt(field: AnchorField): string {
  return `place_of(learner, i) + ${ANCHOR_FIELDS.indexOf(field)}u * ALL_VIEWS`;
}

/** `anchor_at`, for the program that reads them. */
export const ANCHOR_AT_WGSL = /* wgsl */ `
fn anchor_at(learner: u32, i: u32) -> Anchor {
  let at = place_of(learner, i);
  return Anchor(${MEASURED_FIELDS.map((_, k) => `anchors[at + ${k}u * ALL_VIEWS]`).join(", ")});
}`;

/** Where the plane of a field begins within a learner's statistics. */
export function anchorPlace(field: AnchorField, views: number): number {
  return ANCHOR_FIELDS.indexOf(field) * views;
}

/** One statistic of all anchors. */
export function anchorPlane(anchors: tf.Tensor3D, field: AnchorField): Plane {
  return { planes: anchors, index: ANCHOR_FIELDS.indexOf(field) };
}
