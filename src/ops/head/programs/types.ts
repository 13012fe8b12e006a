import type { TensorInfo } from "@tensorflow/tfjs";
import type { Precision } from "../../../engine/numberFormats";
import type { Pairing } from "../../../objectives/contrasts";
import type { ObjectiveWgsl } from "../../../objectives/wgsl";

/** Consecutive learners with one objective and one precision. */
export interface FusedArm {
  /** Null for an arm whose loss is worked out beside the programs. */
  objective: ObjectiveWgsl | null;
  pairing: Pairing;
  /** Whether the objective sees the cosines themselves, not cosine / temperature. */
  ofCosines: boolean;
  precision: Precision;
  learners: number;
}

/** Where the temperatures are: in the step's uniform block, or in a tensor of L elements, be there a block or not. */
export type Temperatures = { block: TensorInfo; temperature?: TensorInfo | null } | { temperature: TensorInfo };
