import * as tf from "@tensorflow/tfjs";
import { encoderOfLayers } from "../../../src/ops/encoder";
import { initialize } from "../../../src/ops/parameters/parameters";
import { type StepId, standardStep } from "../../../src/training/benchmark/standardSteps";
import type { Round } from "../case";
import { viewValues } from "../standard";

const WARM_UP = 3;

/** This project's forward pass of one learner over the views of a batch, as an evaluation does it: neither differentiated nor recorded. */
export async function openForward(step: StepId, batchSize: number) {
  const { shape, layers } = standardStep(step);
  const encoder = encoderOfLayers(layers, shape);
  const parameters = initialize(encoder, [1], 1);
  const views = tf.tensor(viewValues(shape, batchSize), [1, 2 * batchSize, ...shape]);
  const running = encoder.state.length > 0 ? null : [];
  let last: tf.Tensor | null = null;
  const forward = () => {
    last?.dispose();
    last = tf.tidy(() => encoder.forward(parameters.tensors, views, running).embeddings);
  };
  const time = async (steps: number): Promise<Round> => {
    const started = performance.now();
    let jsMs = 0;
    for (let i = 0; i < steps; i++) {
      const before = performance.now();
      forward();
      jsMs += performance.now() - before;
    }
    await last?.data();
    const msPerStep = (performance.now() - started) / steps;
    return { msPerStep, jsMsPerStep: jsMs / steps, dispatchesPerStep: null, learners: 1 };
  };
  await time(WARM_UP);
  return {
    time,
    dispose: () => {
      tf.dispose([views, ...(last ? [last] : [])]);
      parameters.dispose();
    },
  };
}
