import { defaultDevice, init, jit, lax, nn, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import { ADAM, type Layer, LEARNING_RATE, type PeerStep, viewValues, weightValues } from "../standard";
import type { Peer, QueuedStep } from "./peer";

/**
 * jax-js as its users write it: one jitted function for forward, backward and Adam, which its compiler fuses. Arrays are
 * owned: a call consumes its arguments, and `.ref` keeps one alive. Images are [N, C, H, W] and filters [O, C, 3, 3].
 */

type Parameters = { weights: np.Array; bias: np.Array }[];
type State = { parameters: Parameters; m: Parameters; v: Parameters };
type Batch = { views: np.Array; positives: np.Array; selves: np.Array };

/** @throws when the device does not start here */
export async function startJax(device: "webgpu" | "wasm"): Promise<void> {
  const started = await init(device);
  if (!started.includes(device)) throw new Error(`jax-js did not start ${device}.`);
  defaultDevice(device);
}

export function createJaxPeer(standard: PeerStep, batchSize: number): Peer {
  const update = jit((state: State, batch: Batch, corrections: np.Array[]): [np.Array, State] => {
    const objective = (parameters: Parameters) =>
      ntXent(forward(parameters, batch.views, standard.layers), batch, standard.temperature);
    const [loss, gradients] = valueAndGrad(objective)(tree.ref(state.parameters) as Parameters);
    return [loss, adam(state, gradients as Parameters, corrections as [np.Array, np.Array])];
  });
  const embed = jit((parameters: Parameters, views: np.Array) => forward(parameters, views, standard.layers));
  const batch = createBatch(standard, batchSize);
  let state = initialState(standard);
  let steps = 0;
  return {
    step() {
      steps++;
      const corrections = [ADAM.beta1, ADAM.beta2].map((beta) => np.array([1 / (1 - beta ** steps)]));
      const [loss, next] = update(state, tree.ref(batch) as Batch, corrections);
      state = next;
      return queued(loss);
    },
    forward: () => forced(embed(tree.ref(state.parameters) as Parameters, batch.views.ref)),
  };
}

function queued(result: np.Array): QueuedStep {
  return { value: async () => (await result.data())[0] as number, skip: () => result.dispose() };
}

/** What is thrown away is not even computed, unless it is waited for; a training step's weights are asked for by the next. */
function forced(result: np.Array): QueuedStep {
  return { ...queued(result), skip: async () => (await result.blockUntilReady()).dispose() };
}

function forward(parameters: Parameters, views: np.Array, layers: Layer[]): np.Array {
  let x = views;
  parameters.forEach(({ weights, bias }, l) => {
    if (layers[l]?.kind === "dense" && x.ndim === 4) x = np.mean(x, [2, 3]);
    x = x.ndim === 4 ? convolve(x, weights).add(bias) : np.matmul(x, weights).add(bias);
    if (l < layers.length - 1) x = nn.relu(x);
  });
  return x;
}

function convolve(x: np.Array, weights: np.Array): np.Array {
  return lax.convGeneralDilated(
    x,
    weights,
    [2, 2],
    [
      [1, 1],
      [1, 1],
    ],
  );
}

/** Softmax cross-entropy of cosine similarities; the positive of a view is the other view of its sample. */
function ntXent(z: np.Array, { positives, selves }: Batch, temperature: number): np.Array {
  const norm = np.sqrt(np.sum(np.square(z.ref), 1, { keepdims: true }));
  const unit = z.div(norm);
  const logits = np.matmul(unit.ref, np.transpose(unit)).div(temperature).sub(selves.mul(1e9));
  return np.mean(np.sum(nn.logSoftmax(logits, 1).mul(positives), 1)).neg();
}

function adam({ parameters, m, v }: State, gradients: Parameters, corrections: [np.Array, np.Array]): State {
  const next: State = { parameters: [], m: [], v: [] };
  parameters.forEach((layer, l) => {
    const weights = adamOf(layer.weights, m[l]!.weights, v[l]!.weights, gradients[l]!.weights, corrections);
    const bias = adamOf(layer.bias, m[l]!.bias, v[l]!.bias, gradients[l]!.bias, corrections);
    next.parameters.push({ weights: weights[0], bias: bias[0] });
    next.m.push({ weights: weights[1], bias: bias[1] });
    next.v.push({ weights: weights[2], bias: bias[2] });
  });
  for (const correction of corrections) correction.dispose();
  return next;
}

function adamOf(p: np.Array, m0: np.Array, v0: np.Array, g: np.Array, [ofM, ofV]: [np.Array, np.Array]) {
  const m = m0.mul(ADAM.beta1).add(g.ref.mul(1 - ADAM.beta1));
  const v = v0.mul(ADAM.beta2).add(np.square(g).mul(1 - ADAM.beta2));
  const deviation = np.sqrt(v.ref.mul(ofV.ref)).add(ADAM.epsilon);
  const update = m.ref.mul(ofM.ref).div(deviation);
  return [p.sub(update.mul(LEARNING_RATE)), m, v] as const;
}

function createBatch(standard: PeerStep, batchSize: number): Batch {
  const values = np.array(viewValues(standard.view, batchSize), { shape: [2 * batchSize, ...standard.view] });
  const identity = np.eye(batchSize);
  const nothing = np.zeros([batchSize, batchSize]);
  return {
    views: values.ndim === 4 ? np.transpose(values, [0, 3, 1, 2]) : values,
    positives: np.concatenate([np.concatenate([nothing.ref, identity.ref], 1), np.concatenate([identity, nothing], 1)]),
    selves: np.eye(2 * batchSize),
  };
}

function initialState({ layers }: PeerStep): State {
  const zeros = () => layers.map((layer) => ({ weights: np.zeros(shapeOf(layer)), bias: np.zeros(biasShape(layer)) }));
  const parameters = layers.map((layer, l) => {
    const values = np.array(weightValues(layer, l + 1), { shape: layer.shape });
    const weights = layer.kind === "dense" ? values : np.transpose(values, [3, 2, 0, 1]);
    return { weights, bias: np.zeros(biasShape(layer)) };
  });
  return { parameters, m: zeros(), v: zeros() };
}

function shapeOf({ kind, shape }: Layer): number[] {
  return kind === "dense" ? shape : [shape[3]!, shape[2]!, shape[0]!, shape[1]!];
}

/** A convolution's bias stands along the channels of [N, C, H, W]. */
function biasShape({ kind, shape }: Layer): number[] {
  const outputs = shape[shape.length - 1]!;
  return kind === "dense" ? [outputs] : [outputs, 1, 1];
}
