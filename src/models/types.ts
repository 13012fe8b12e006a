import type { Tensor } from "@tensorflow/tfjs";
import type { Observed } from "../ops/norm";

export const NORMS = ["none", "group", "batch"] as const;
export type Norm = (typeof NORMS)[number];

export interface EncoderOptions {
  id: "mlp" | "convnet" | "resnet";
  /** mlp: units of a hidden layer; convnet and resnet: channels of the first convolution, doubled as the sides are halved. */
  width: number;
  /** Hidden layers (mlp), convolutions (convnet), or layers with weights counted as in the paper (resnet). */
  depth: number;
  /** Dimensions of z. */
  projection: number;
  /** What follows each layer of the encoder, in the place of its bias; the projection head has none. */
  norm: Norm;
}

/** One trainable tensor of a single learner (without the learner axis). */
export interface ParameterSpec {
  name: string;
  shape: number[];
  /** LARS neither decays nor scales it: biases, and scales and offsets of a normalisation. */
  isExempt: boolean;
  /** It belongs to an arm's loss, not to the encoder. */
  isOfLoss?: true;
  /** He-normal with the given fan-in, zeros (biases, offsets), or ones (scales). */
  init: { kind: "heNormal"; fanIn: number } | { kind: "zeros" } | { kind: "ones" };
}

/** Running mean (at first 0) and variance (at first 1) of a batch normalisation, [2, channels] of a single learner. */
export interface StateSpec {
  name: string;
  channels: number;
}

/** An encoder as numbers: what it consists of and what it costs. */
export interface EncoderPlan {
  parameters: ParameterSpec[];
  /** What it keeps besides: empty without batch normalisation. */
  state: StateSpec[];
  featureSize: number;
  embeddingSize: number;
  /** Most numbers that one sample takes up between two layers. */
  largestActivation: number;
  /** Most numbers of the patches under the filters of a 3 x 3 convolution, which some backends write out; 0 without one. */
  largestPatches: number;
  /** Multiply-accumulates of the forward pass of one sample, in dense layers and convolutions. */
  macsPerSample: number;
}

/** What a learner makes of samples. */
export type Representations = {
  /** h, before the projection head, used by kNN and the linear probe: [L, N, featureSize]. */
  features: Tensor;
  /** z, after the projection head, not normalised: [L, N, embeddingSize]. */
  embeddings: Tensor;
};

/** What an encoder makes of a batch. */
export type Encoded = Representations & {
  /** What each batch normalisation saw of the batch, one per state spec; empty where it used running statistics. */
  observed: Observed[];
};

/** A pure description of an encoder: its plan, and its forward pass over stacked learners. */
export interface Encoder extends EncoderPlan {
  /**
   * @param parameters one tensor per spec, each [L, ...spec.shape]
   * @param input [S, N, ...inputShape], S seeds with L = arms x S; learner l reads input l mod S
   * @param running what batch normalisation goes by: running statistics, one [L, 2, channels] per state spec, as in an
   * evaluation; or null for those of the batch itself, of each half of it (the first and the second views) apart, as
   * in training
   */
  forward(parameters: Tensor[], input: Tensor, running: Tensor[] | null): Encoded;
}
