import { exp4, firstLanes, log1, max4, partOf, putPart, sum4 } from "../../../engine/wasm/math.as";
import { place, planeOf, VALUE } from "../../../metrics/wasm/atHand.as";

/**
 * Softmax cross-entropy of an arm's learners, in AssemblyScript: the value of every view, and the gradient of their mean.
 * @param scores [L, N, C]; `targets` [S, N, C], of which learner l has those of slice l mod S
 * @param anchors [L, FIELDS, N]; `ofScores` [L, N, C]
 */
export function headCrossEntropy(
  scores: usize,
  targets: usize,
  anchors: usize,
  ofScores: usize,
  from: i32,
  learners: i32,
  views: i32,
  classes: i32,
  slices: i32,
): void {
  for (let l = from; l < from + learners; l++) {
    const values = planeOf(anchors, l, VALUE, views);
    for (let i = 0; i < views; i++) {
      const row = (l * views + i) * classes,
        target = ((l % slices) * views + i) * classes;
      const value = crossEntropy(place(scores, row), place(targets, target), place(ofScores, row), classes, <f32>views);
      store<f32>(place(values, i), value);
    }
  }
}

/** Of one view; its gradient is divided by the number of views. */
function crossEntropy(scores: usize, targets: usize, gradient: usize, classes: i32, views: f32): f32 {
  const zero = f32x4.splat(0);
  let top = f32x4.splat(load<f32>(scores)),
    ofOwn = zero;
  for (let c = 0; c < classes; c += 4) {
    const score = partOf(place(scores, c), classes - c);
    top = f32x4.max(top, firstLanes(score, classes - c, top));
    ofOwn = f32x4.add(ofOwn, f32x4.mul(score, partOf(place(targets, c), classes - c)));
  }
  const largest = max4(top);
  let sum = zero;
  for (let c = 0; c < classes; c += 4) {
    const term = exp4(f32x4.sub(partOf(place(scores, c), classes - c), f32x4.splat(largest)));
    putPart(place(gradient, c), term, classes - c);
    sum = f32x4.add(sum, firstLanes(term, classes - c, zero));
  }
  const total = sum4(sum);
  for (let c = 0; c < classes; c += 4) {
    const weight = f32x4.div(partOf(place(gradient, c), classes - c), f32x4.splat(total));
    const slope = f32x4.sub(weight, partOf(place(targets, c), classes - c));
    putPart(place(gradient, c), f32x4.div(slope, f32x4.splat(views)), classes - c);
  }
  return largest + log1(total) - sum4(ofOwn);
}
