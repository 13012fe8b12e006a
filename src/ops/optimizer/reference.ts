import * as tf from "@tensorflow/tfjs";

/**
 * Optimizers as chains of small pure transforms of the gradient (as in Optax and jax-js). Every tensor carries the
 * learner axis in front and every operation is elementwise, so learners never mix.
 */
export interface Transform {
  /** State tensors per parameter, all zero at the start. */
  slots: number;
  /** The new update and the new state of one parameter. */
  apply(update: tf.Tensor, state: tf.Tensor[], parameter: tf.Tensor, now: UpdateTime): TransformResult;
}

/** Which update it is. */
interface UpdateTime {
  /** Updates that this optimizer made before this one. */
  step: number;
  /** Learning rate of each learner, [L, 1, ...], of the parameter's rank. */
  rates: tf.Tensor;
}

interface TransformResult {
  update: tf.Tensor;
  state: tf.Tensor[];
}

/**
 * Adam's update without the learning rate: m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon), t = step + 1
 * (arXiv 1412.6980, algorithm 1). The state is m / (1 - beta1) and v / (1 - beta2), and all factors are moved into one,
 * which leaves nine operations of fourteen.
 */
export function scaleByAdam(options: { beta1: number; beta2: number; epsilon: number }): Transform {
  const { beta1, beta2, epsilon } = options;
  return {
    slots: 2,
    apply: (gradient, [m0, v0], _parameter, { step }) => {
      const m = decayingSum(m0!, gradient, beta1);
      const v = decayingSum(v0!, tf.square(gradient), beta2);
      const ofMean = (1 - beta1) / (1 - beta1 ** (step + 1));
      const ofDeviation = Math.sqrt((1 - beta2) / (1 - beta2 ** (step + 1)));
      const ratio = tf.div(m, tf.add(tf.sqrt(v), epsilon / ofDeviation));
      return { update: tf.mul(ratio, ofMean / ofDeviation), state: [m, v] };
    },
  };
}

/** beta sum + value. */
function decayingSum(sum: tf.Tensor, value: tf.Tensor, beta: number): tf.Tensor {
  return tf.add(tf.mul(sum, beta), value);
}

/** Momentum without dampening, as PyTorch writes it: v <- momentum v + update, and the update is v. */
export function momentum(decay: number): Transform {
  return {
    slots: 1,
    apply: (gradient, [velocity]) => {
      const update = decayingSum(velocity!, gradient, decay);
      return { update, state: [update] };
    },
  };
}

/**
 * Adds weightDecay times the parameter: after Adam's scaling that is decoupled (AdamW, arXiv 1711.05101: the parameter
 * loses rate * weightDecay of itself), before momentum it is the gradient of L2 regularization.
 */
export function addDecayedWeights(weightDecay: number): Transform {
  return {
    slots: 0,
    apply: (update, _state, parameter) => ({ update: tf.add(update, tf.mul(parameter, weightDecay)), state: [] }),
  };
}

/**
 * LARS (You et al., arXiv 1708.03888, section 4): the update of each parameter of each learner gets the length of the
 * parameter times `coefficient`. Where either length is 0 the ratio is 1, as in SimCLR's implementation, so that a
 * parameter that starts at 0 can leave it.
 */
export function scaleByTrustRatio(coefficient: number): Transform {
  return {
    slots: 0,
    apply: (update, _state, parameter) => {
      const [length, updateLength] = [lengthPerLearner(parameter), lengthPerLearner(update)];
      const measurable = tf.logicalAnd(tf.greater(length, 0), tf.greater(updateLength, 0));
      const ratio = tf.mul(tf.div(length, tf.add(updateLength, tf.logicalNot(measurable).toFloat())), coefficient);
      return { update: tf.mul(update, tf.where(measurable, ratio, tf.onesLike(ratio))), state: [] };
    },
  };
}

/** Euclidean length of x [L, ...] per learner, with the rank of x. */
function lengthPerLearner(x: tf.Tensor): tf.Tensor {
  const axes = x.shape.map((_, axis) => axis).slice(1);
  return tf.sqrt(tf.sum(tf.square(x), axes, true));
}

/** Multiplies by the learning rates. */
export function scaleByRate(): Transform {
  return { slots: 0, apply: (update, _state, _parameter, { rates }) => ({ update: tf.mul(update, rates), state: [] }) };
}

/** One transform after the other. */
export function chain(transforms: Transform[]): Transform {
  return {
    slots: transforms.reduce((sum, transform) => sum + transform.slots, 0),
    apply: (gradient, state, parameter, now) => {
      let update = gradient;
      let first = 0;
      const next = transforms.flatMap((transform) => {
        const result = transform.apply(update, state.slice(first, first + transform.slots), parameter, now);
        update = result.update;
        first += transform.slots;
        return result.state;
      });
      return { update, state: next };
    },
  };
}
