import * as tf from "@tensorflow/tfjs";
import { device } from "../../engine/currentDevice";
import { repeatFirst } from "../parts/repeatFirst";
import { FlatParameters } from "./flatParameters";
import { isOfEncoder, type Parameters } from "./parameters";

/** The first arm's encoder once more, for the learners of every other arm: each has the weights of its seed. */
export class CommonWeights {
  /** Of the encoder alone, [L - S, ...] each. */
  readonly parameters: Parameters;
  private readonly own: Parameters;

  /** @param own the cohort's parameters, [L, ...], those of the encoder in front; they stay the caller's */
  constructor(own: Parameters, learners: number) {
    const others = { specs: own.specs.filter(isOfEncoder), seeds: own.seeds };
    this.own = own;
    this.parameters = own.flat ? flatOf(others, learners) : variablesOf(others, learners);
  }

  /** Takes over the first arm's weights as they are now. */
  copyFirstArm(): void {
    for (const [p, copy] of this.parameters.tensors.entries()) this.copy(this.own.tensors[p] as tf.Tensor, copy);
  }

  dispose(): void {
    this.parameters.dispose();
  }

  private copy(source: tf.Tensor, copy: tf.Tensor): void {
    const { seeds } = this.own;
    const [learners = 1] = copy.shape;
    if (copy instanceof tf.Variable) tf.tidy(() => copy.assign(repeatFirst(source, seeds, learners)));
    else device()?.repeatHead(source, copy, (seeds * copy.size) / learners);
  }
}

type Described = Pick<Parameters, "specs" | "seeds">;

function flatOf(own: Described, learners: number): Parameters {
  const flat = new FlatParameters(own.specs, learners, []);
  return { ...own, tensors: flat.tensors, flat, dispose: () => flat.dispose() };
}

function variablesOf(own: Described, learners: number): Parameters {
  const variables = own.specs.map(({ shape }) => tf.tidy(() => tf.variable(tf.zeros([learners, ...shape]))));
  return { ...own, tensors: variables, flat: null, dispose: () => tf.dispose(variables) };
}
