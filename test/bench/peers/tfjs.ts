import * as tf from "@tensorflow/tfjs";
import { ADAM, type Layer, LEARNING_RATE, type PeerStep, viewValues, weightValues } from "../standard";
import type { Peer, QueuedStep } from "./peer";

/** TensorFlow.js as its users write it, on the current backend: layers of ready operations and `optimizer.minimize`. */
export function createTfjsPeer(standard: PeerStep, batchSize: number): Peer {
  const weights = standard.layers.map((layer, l) => tf.variable(tf.tensor(weightValues(layer, l + 1), layer.shape)));
  const biases = standard.layers.map(({ shape }) => tf.variable(tf.zeros([shape[shape.length - 1]!])));
  const views = tf.tensor(viewValues(standard.view, batchSize), [2 * batchSize, ...standard.view]);
  const identity = tf.eye(2 * batchSize);
  const labels = tf.concat(tf.split(identity, 2).reverse()) as tf.Tensor2D;
  const excluded = tf.mul(identity, 1e9) as tf.Tensor2D;
  const optimizer = tf.train.adam(LEARNING_RATE, ADAM.beta1, ADAM.beta2, ADAM.epsilon);
  const embed = () => forward(views, weights, biases, standard.layers);
  const objective = () => ntXent(embed(), labels, excluded, standard.temperature);
  return {
    step: () => queued(optimizer.minimize(objective, true) as tf.Scalar),
    forward: () => queued(tf.tidy(embed)),
  };
}

function queued(result: tf.Tensor): QueuedStep {
  return {
    async value() {
      const [value] = await result.data();
      result.dispose();
      return value as number;
    },
    skip: () => result.dispose(),
  };
}

function forward(views: tf.Tensor, weights: tf.Variable[], biases: tf.Variable[], layers: Layer[]): tf.Tensor2D {
  let x = views;
  layers.forEach(({ kind }, l) => {
    if (kind === "dense" && x.rank === 4) x = tf.mean(x, [1, 2]);
    x = tf.add(product(x, weights[l]!, kind), biases[l]!);
    if (l < layers.length - 1) x = tf.relu(x);
  });
  return x as tf.Tensor2D;
}

function product(x: tf.Tensor, weights: tf.Tensor, kind: Layer["kind"]): tf.Tensor {
  return kind === "dense"
    ? tf.matMul(x as tf.Tensor2D, weights as tf.Tensor2D)
    : tf.conv2d(x as tf.Tensor4D, weights as tf.Tensor4D, 2, 1);
}

/** Softmax cross-entropy of cosine similarities; the label of a view is the other view of its sample. */
function ntXent(z: tf.Tensor2D, labels: tf.Tensor2D, excluded: tf.Tensor2D, temperature: number): tf.Scalar {
  const unit = tf.div(z, tf.norm(z, 2, 1, true)) as tf.Tensor2D;
  const logits = tf.sub(tf.div(tf.matMul(unit, unit, false, true), temperature), excluded);
  return tf.losses.softmaxCrossEntropy(labels, logits as tf.Tensor2D) as tf.Scalar;
}
