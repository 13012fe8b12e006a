import type { Setting, Settings, SettingValues } from "../settings/setting";
import type { Layer } from "./layers";

/** What every encoder says about itself: one file, one object. */
export interface EncoderDescription<I extends string = string, O extends Settings = Settings> {
  id: I;
  label: string;
  /** One sentence for people. */
  summary: string;
  /** Samples that it takes. */
  samples: "any" | "images";
  options: O & { projection: Setting };
  /**
   * The network for samples of one shape ([H, W, C] or [D]): its layers, the projection head last.
   * @throws with a sentence for people when the encoder does not fit the samples
   */
  layers(options: SettingValues<O>, inputShape: readonly number[]): Layer[];
}

/** One trainable tensor of a single learner (without the learner axis). */
export interface ParameterSpec {
  name: string;
  shape: number[];
  /** LARS neither decays nor scales it: biases, and scales and offsets of a normalization. */
  isExempt: boolean;
  /** It belongs to an arm's loss, not to the encoder. */
  isOfLoss?: true;
  /** He-normal with the given fan-in, zeros (biases, offsets), or ones (scales). */
  init: { kind: "heNormal"; fanIn: number } | { kind: "zeros" } | { kind: "ones" };
}

/** Running mean (at first 0) and variance (at first 1) of a batch normalization, [2, channels] of a single learner. */
export interface StateSpec {
  name: string;
  channels: number;
}

/** An encoder as numbers: what it consists of and what it costs. */
export interface EncoderPlan {
  layers: readonly Layer[];
  /** Of a sample, [H, W, C] or [D]. */
  inputShape: readonly number[];
  parameters: ParameterSpec[];
  /** What it keeps besides: empty without batch normalization. */
  state: StateSpec[];
  featureSize: number;
  embeddingSize: number;
  /** Numbers that one sample takes up between all layers. */
  activations: number;
  /** Most numbers that one sample takes up between two layers. */
  largestActivation: number;
  /** Most numbers of the patches under the filters of a 3 x 3 convolution, which some backends write out; 0 without one. */
  largestPatches: number;
  /** Multiply-accumulates of the forward pass of one sample, in dense layers and convolutions. */
  macsPerSample: number;
}
