import type { Tensor } from "@tensorflow/tfjs";

/** One trainable tensor of a single learner (without the learner axis). */
export interface ParameterSpec {
  name: string;
  shape: number[];
  /** Biases are left out of weight decay and scaling by LARS. */
  isBias: boolean;
  /** It belongs to an arm's loss, not to the encoder. */
  isOfLoss?: true;
  /** He-normal with the given fan-in, or zeros (biases). */
  init: { kind: "heNormal"; fanIn: number } | { kind: "zeros" };
}

/** What an encoder makes of a batch. */
export type Encoded = {
  /** h, before the projection head, used by kNN and the linear probe: [L, N, featureSize]. */
  features: Tensor;
  /** z, after the projection head, not normalised: [L, N, embeddingSize]. */
  embeddings: Tensor;
};

/** A pure description of an encoder: the shapes of its parameters and its forward pass over stacked learners. */
export interface Encoder {
  parameters: ParameterSpec[];
  featureSize: number;
  embeddingSize: number;
  /** Most numbers that one sample takes up between two layers. */
  largestActivation: number;
  /**
   * @param parameters one tensor per spec, each [L, ...spec.shape]
   * @param input [S, N, ...inputShape], S seeds with L = arms x S; learner l reads input l mod S
   */
  forward(parameters: Tensor[], input: Tensor): Encoded;
}

export interface EncoderOptions {
  id: "mlp" | "convnet";
  /** mlp: units of a hidden layer; convnet: channels of the first convolution, doubled by each further one. */
  width: number;
  /** Hidden layers (mlp) or convolutions (convnet). */
  depth: number;
  /** Dimensions of z. */
  projection: number;
}
