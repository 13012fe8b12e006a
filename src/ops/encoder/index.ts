import type { Tensor } from "@tensorflow/tfjs";
import { type EncoderOptions, planEncoder } from "../../models";
import type { Layer, ProjectionLayer } from "../../models/layers";
import { planLayers } from "../../models/plan";
import type { EncoderPlan } from "../../models/types";
import type { Observed } from "../runningStatistics";
import { ForwardPass, type ForwardValues } from "./forward";

export type { ForwardValues } from "./forward";

/** Runs what models/ describes: the forward pass of an encoder over stacked learners, read from its list of layers. */

/** What a learner makes of samples. */
export type Representations = {
  /** h, before the projection head, used by kNN and the linear probe: [L, N, featureSize]. */
  features: Tensor;
  /** z, after the projection head, not normalized: [L, N, embeddingSize]. */
  embeddings: Tensor;
};

/** What an encoder makes of a batch. */
type Encoded = Representations & {
  /** What each batch normalization saw of the batch, one per state spec; empty where it used running statistics. */
  observed: Observed[];
};

/** A pure description of an encoder: its plan, and its forward pass over stacked learners. */
export interface Encoder extends EncoderPlan {
  /**
   * @param parameters one tensor per spec, each [L, ...spec.shape]
   * @param input [S, N, ...inputShape], S seeds with L = arms x S; learner l reads input l mod S
   * @param running what batch normalization goes by: running statistics, one [L, 2, channels] per state spec, as in an
   * evaluation; or null for those of the batch itself, of each half of it (the first and the second views) apart, as
   * in training
   * @param own samples of each learner's batch, from the first one of each half on, where they are not all there are: the
   * normalizations of a batch leave out the others
   * @param values what is known of it, or who sees it
   */
  forward(
    parameters: Tensor[],
    input: Tensor,
    running: Tensor[] | null,
    own?: readonly number[] | null,
    values?: ForwardValues,
  ): Encoded;
}

/**
 * The encoder that a config describes, for samples of one shape ([H, W, C] or [D]).
 * @throws with a sentence for people when the encoder does not fit the samples
 */
export function createEncoder(options: EncoderOptions, inputShape: readonly number[]): Encoder {
  return encoderOfPlan(planEncoder(options, inputShape));
}

/**
 * An encoder from a plain list of layers.
 * @throws Error where the layers do not fit each other
 */
export function encoderOfLayers(layers: readonly Layer[], inputShape: readonly number[]): Encoder {
  return encoderOfPlan(planLayers(layers, inputShape));
}

function encoderOfPlan(plan: EncoderPlan): Encoder {
  const body = plan.layers.slice(0, -1);
  const head = plan.layers.at(-1) as ProjectionLayer;
  return {
    ...plan,
    forward: (parameters, input, running, own = null, values = {}) => {
      const pass = new ForwardPass(parameters, input, running, own, values);
      const features = pass.run(body, input);
      return { features, embeddings: pass.run(head.layers, features), observed: pass.observed };
    },
  };
}
