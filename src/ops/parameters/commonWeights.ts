import * as tf from "@tensorflow/tfjs";
import { device } from "../../engine/currentDevice";
import { tileLearners } from "../parts/shape";
import { FlatParameters } from "./flatParameters";
import type { Parameters } from "./parameters";

/** A second set of parameters, in which every arm has the first arm's weights of its seed; the numbers of a loss stay its own. */
export class CommonWeights {
  readonly parameters: Parameters;
  private readonly own: Parameters;

  /** @param own the cohort's parameters, [arms x S, ...]; they stay the caller's */
  constructor(own: Parameters) {
    this.own = own;
    this.parameters = own.flat ? flatLike(own) : variablesLike(own);
  }

  /** Takes over the first arm's weights as they are now. */
  copyFirstArm(): void {
    const backend = device();
    const { seeds, specs } = this.own;
    this.own.tensors.forEach((source, p) => {
      const copy = this.parameters.tensors[p] as tf.Tensor;
      const learners = source.shape[0] as number;
      const copied = specs[p]?.isOfLoss ? learners : seeds;
      if (backend && this.own.flat) backend.repeatHead(source, copy, (copied * source.size) / learners);
      else tf.tidy(() => (copy as tf.Variable).assign(tileLearners(tf.slice(source, 0, copied), learners)));
    });
  }

  dispose(): void {
    this.parameters.dispose();
  }
}

function flatLike({ specs, seeds, tensors }: Parameters): Parameters {
  const flat = new FlatParameters(specs, tensors[0]?.shape[0] ?? 0, []);
  return { specs, seeds, tensors: flat.tensors, flat, dispose: () => flat.dispose() };
}

function variablesLike({ specs, seeds, tensors }: Parameters): Parameters {
  const variables = tensors.map((tensor) => tf.tidy(() => tf.variable(tf.zerosLike(tensor))));
  return { specs, seeds, tensors: variables, flat: null, dispose: () => tf.dispose(variables) };
}
