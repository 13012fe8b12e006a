import type { TensorInfo } from "@tensorflow/tfjs";
import type { Precision } from "../../../engine/numberFormats";
import type { Pairing } from "../../../objectives/contrasts";
import type { Similarity } from "../../../objectives/types";
import type { ObjectiveWgsl } from "../../../objectives/wgsl";

/** Consecutive learners with one objective and one precision. */
export interface FusedArm {
  /** Null for an arm whose loss is worked out beside the programs. */
  objective: ObjectiveWgsl | null;
  pairing: Pairing;
  /** What the objective sees: cosine / temperature, the cosines, or the inner products of the embeddings. */
  similarity: Similarity;
  precision: Precision;
  /** Whether the similarities and their gradient alone are rounded, and nothing between them. */
  roundsEnds: boolean;
  /** Whether it sees and keeps a number of each anchor. */
  remembers: boolean;
  /** How many numbers it trains: 2 at most. */
  learned: number;
  learners: number;
}

/** Where the temperatures are: in the step's uniform block, or in a tensor of L elements, be there a block or not. */
export type Temperatures = { block: TensorInfo; temperature?: TensorInfo | null } | { temperature: TensorInfo };

/** What the losses see beside the similarities, where some arm asks for it. */
export interface Carried {
  /** [L, N], what was kept of each anchor. */
  memory: TensorInfo | null;
  /** [L, 1, LEARNED] */
  learned: TensorInfo | null;
}
