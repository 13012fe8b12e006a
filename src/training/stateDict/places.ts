import type * as tf from "@tensorflow/tfjs";
import { overwrite } from "../../engine/stateTensor";
import { numbersIn } from "../../models/placement";
import type { StateDtype, StateNumbers } from "./types";

/** Where training keeps what is in a state dict: each owner lists its own places, and nobody else has to know them. */

/** Numbers of some learners, one learner after the other. */
export interface Place {
  /** What they are: weights and running statistics, the optimizer's, or what else is carried from step to step. */
  prefix: "" | "optimizer." | "carried.";
  /** Whose they are; null where they are of no single learner. */
  learners: LearnerRange | null;
  /** What each learner's share is called. */
  views: readonly View[];
  dtype: StateDtype;
  /** Of a place that a state dict need not have: whether there is anything in it. What is missing is as it is at the beginning. */
  isUsed?(): boolean;
  /** The numbers as they are now, whatever is queued after this call. They stay the place's. */
  read(): StateNumbers | Promise<StateNumbers>;
  write(values: StateNumbers): void;
}

interface LearnerRange {
  from: number;
  count: number;
}

/** A named part of a learner's share, as PyTorch stores it. Encoders have theirs from `models`. */
export interface View {
  name: string;
  shape: readonly number[];
  /** The values of one learner. @param values of all learners of the place */
  toTorch(values: StateNumbers, learner: number): StateNumbers;
  /** The other way round. @param into of all learners of the place; what is not the view's stays */
  fromTorch(torch: StateNumbers, into: StateNumbers, learner: number): void;
  /** The same as another backend's training carries it: its name, and what its values are multiplied by to be this one's. */
  elsewhere?: { name: string; factor: number } | undefined;
}

/** A learner's share under one name, row by row. */
export function wholeView(name: string, shape: readonly number[]): View {
  const size = numbersIn(shape);
  return {
    name,
    shape,
    toTorch: (values, learner) => values.slice(learner * size, (learner + 1) * size),
    fromTorch: (torch, into, learner) => into.set(torch, learner * size),
  };
}

/** The place of a tensor that is a variable, or written in place. */
export function tensorPlace(tensor: tf.Tensor, place: Pick<Place, "prefix" | "learners" | "views">): Place {
  return {
    ...place,
    dtype: "F32",
    read: () => tensor.data() as Promise<Float32Array>,
    write: (values) => overwrite(tensor, values as Float32Array),
  };
}
