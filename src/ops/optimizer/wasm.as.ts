import { partOf, putPart, sum4 } from "../../engine/wasm/math.as";
import { correctionOf, rateOf } from "../../engine/wasm/stepBlock.as";
import { elementsOf, learnerOf, OF_LOSS, roleOf, startOf, WEIGHTS } from "../parts/flat.as";

/**
 * The optimizers in AssemblyScript, as optim/reference.ts chains them: parameter -= update, for all parameters of all learners. A chunk
 * is [first element, elements, learner, role]; a learner's rate is in the step's block (engine/wgsl/stepBlock.ts). A call updates the chunks
 * from `first` to before `end`.
 */

/** What a chunk's gradient is multiplied by. */
function factorOf(factors: usize, learner: i32, role: i32): f32 {
  return factors && role != OF_LOSS ? load<f32>(factors + ((<usize>learner) << 2)) : 1;
}

/** Adam (arXiv 1412.6980) with decoupled weight decay; `state` is both averages, `length` numbers each. */
export function updateByAdam(
  gradients: usize,
  chunks: usize,
  factors: usize,
  block: usize,
  parameters: usize,
  state: usize,
  length: i32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  weightDecay: f32,
  first: i32,
  end: i32,
): void {
  const correction1 = f32x4.splat(correctionOf(block, 0)),
    correction2 = f32x4.splat(correctionOf(block, 1));
  const second = (<usize>length) << 2;
  const b1 = f32x4.splat(beta1),
    b2 = f32x4.splat(beta2),
    rest1 = f32x4.splat(1 - beta1),
    rest2 = f32x4.splat(1 - beta2),
    small = f32x4.splat(epsilon);
  chunks += (<usize>first) << 4;
  for (let c = first; c < end; c++, chunks += 16) {
    const learner = learnerOf(chunks),
      role = roleOf(chunks);
    const rate = f32x4.splat(rateOf(block, learner));
    const factor = f32x4.splat(factorOf(factors, learner, role));
    const decay = f32x4.splat(role == OF_LOSS ? 0 : weightDecay);
    const from = startOf(chunks);
    const last = from + ((<usize>elementsOf(chunks)) << 2);
    for (let at = from; at < last; at += 16) {
      // A chunk's end need not be a whole vector; what lies beyond it is the next learner's, which must stay.
      const left = <i32>((last - at) >> 2);
      const g = f32x4.mul(partOf(gradients + at, left), factor);
      const value = partOf(parameters + at, left);
      const m = f32x4.add(f32x4.mul(b1, partOf(state + at, left)), f32x4.mul(rest1, g));
      const v = f32x4.add(f32x4.mul(b2, partOf(state + second + at, left)), f32x4.mul(rest2, f32x4.mul(g, g)));
      const root = f32x4.add(f32x4.sqrt(f32x4.mul(v, correction2)), small);
      const update = f32x4.add(f32x4.div(f32x4.mul(m, correction1), root), f32x4.mul(decay, value));
      putPart(state + at, m, left);
      putPart(state + second + at, v, left);
      putPart(parameters + at, f32x4.sub(value, f32x4.mul(update, rate)), left);
    }
  }
}

/** Stochastic gradient descent with PyTorch's momentum; `state` is the velocity, 0 without. */
export function updateBySgd(
  gradients: usize,
  chunks: usize,
  factors: usize,
  block: usize,
  parameters: usize,
  state: usize,
  momentum: f32,
  weightDecay: f32,
  first: i32,
  end: i32,
): void {
  const kept = f32x4.splat(momentum);
  chunks += (<usize>first) << 4;
  for (let c = first; c < end; c++, chunks += 16) {
    const learner = learnerOf(chunks),
      role = roleOf(chunks);
    const rate = f32x4.splat(rateOf(block, learner));
    const factor = f32x4.splat(factorOf(factors, learner, role));
    const decay = f32x4.splat(role == OF_LOSS ? 0 : weightDecay);
    const from = startOf(chunks);
    const last = from + ((<usize>elementsOf(chunks)) << 2);
    for (let at = from; at < last; at += 16) {
      const left = <i32>((last - at) >> 2);
      const value = partOf(parameters + at, left);
      let update = f32x4.add(f32x4.mul(partOf(gradients + at, left), factor), f32x4.mul(decay, value));
      if (state) {
        update = f32x4.add(f32x4.mul(kept, partOf(state + at, left)), update);
        putPart(state + at, update, left);
      }
      putPart(parameters + at, f32x4.sub(value, f32x4.mul(update, rate)), left);
    }
  }
}

/** LARS (arXiv 1708.03888, algorithm 1), one chunk a parameter: the rate is in the velocity. */
export function updateByLars(
  gradients: usize,
  chunks: usize,
  factors: usize,
  block: usize,
  parameters: usize,
  state: usize,
  momentum: f32,
  weightDecay: f32,
  coefficient: f32,
  first: i32,
  end: i32,
): void {
  const kept = f32x4.splat(momentum);
  chunks += (<usize>first) << 4;
  for (let c = first; c < end; c++, chunks += 16) {
    const learner = learnerOf(chunks),
      role = roleOf(chunks);
    const factor = f32x4.splat(factorOf(factors, learner, role));
    const decay = f32x4.splat(role == WEIGHTS ? weightDecay : 0);
    const from = startOf(chunks);
    const last = from + ((<usize>elementsOf(chunks)) << 2);
    const trust: f32 = role == WEIGHTS ? trustRatio(gradients, parameters, from, last, factor, decay, coefficient) : 1;
    const rate = f32x4.splat(rateOf(block, learner)),
      scale = f32x4.splat(trust);
    for (let at = from; at < last; at += 16) {
      const left = <i32>((last - at) >> 2);
      const value = partOf(parameters + at, left);
      let update = f32x4.add(f32x4.mul(partOf(gradients + at, left), factor), f32x4.mul(decay, value));
      update = f32x4.mul(f32x4.mul(update, scale), rate);
      if (state) {
        update = f32x4.add(f32x4.mul(kept, partOf(state + at, left)), update);
        putPart(state + at, update, left);
      }
      putPart(parameters + at, f32x4.sub(value, update), left);
    }
  }
}

/** |parameter| / |update| times the coefficient; 1 where a length is 0. */
function trustRatio(
  gradients: usize,
  parameters: usize,
  from: usize,
  end: usize,
  factor: v128,
  decay: v128,
  coefficient: f32,
): f32 {
  let values = f32x4.splat(0),
    updates = f32x4.splat(0);
  for (let at = from; at < end; at += 16) {
    const left = <i32>((end - at) >> 2);
    const value = partOf(parameters + at, left);
    const update = f32x4.add(f32x4.mul(partOf(gradients + at, left), factor), f32x4.mul(decay, value));
    values = f32x4.add(values, f32x4.mul(value, value));
    updates = f32x4.add(updates, f32x4.mul(update, update));
  }
  const lengths = sum4(values),
    changes = sum4(updates);
  return lengths == 0 || changes == 0 ? 1 : coefficient * sqrt(lengths / changes);
}
