import type { Tensor } from "@tensorflow/tfjs";
import type { Contrasts, LogitGradient, Pairing } from "./contrasts";
import type { ObjectiveGroupId } from "./groups";
import type { ClassesWgsl, PairwiseWgsl, SoftmaxWgsl, StandardizedWgsl } from "./wgsl";

export type { Contrasts, LogitGradient };

/** A number that an objective can be set by. */
export interface ObjectiveOption {
  label: string;
  /** One sentence for the tooltip. */
  summary: string;
  default: number;
  minimum: number;
  maximum: number;
}

/** What a loss is given beside the similarities. */
export interface LossInput<O extends string = string> {
  /** Every option of the objective, with its default where the arm does not say. */
  options: Readonly<Record<O, number>>;
  /** The arm's own function of v = log xi, as text; for objectives with `phi` alone. */
  phi: string;
  /** Numbers that are trained with the weights, [..., 1, 1] each; 0 in an untrained learner. */
  learned: readonly Tensor[];
  /** What the objective has kept from earlier steps: [..., N, 1] per sample, [..., 1, 1] per learner; null where it begins. */
  memory: Tensor | null;
}

/** What a loss gives beside its value and gradient. */
export interface LossExtras {
  /** Gradient of each learned number: [..., N, 1] per anchor where the loss has anchors, else [..., 1, 1]. */
  learned?: readonly Tensor[];
  /** What is to be kept, in the shape of the memory. */
  memory?: Tensor;
}

/** What similarity is: cosine / temperature, the cosine itself, or the inner product of the embeddings as they are. */
export type Similarity = "logit" | "cosine" | "dot";

/** What every objective says about itself: one file, one object, written as the paper writes it. */
interface Described<I extends string, O extends string> {
  id: I;
  label: string;
  /** TeX of the loss, of one anchor where it has anchors. */
  formula: string;
  /** One sentence for the tooltip. */
  summary: string;
  /** Paper and section. */
  source: string;
  /** Where lists have it, by ascending places in a group; among the others without. */
  group: { id: ObjectiveGroupId; place: number } | null;
  /** Place in the palette that is its own, wherever it stands among the arms; null for what others leave. */
  paletteIndex: number | null;
  /** Where the loss is a function of log xi that an arm brings as text: what an arm without one begins with; else null. */
  phi: string | null;
  options: Record<O, ObjectiveOption>;
  /** How many numbers are trained with the weights. */
  learned: number;
  /** The smallest batch with which it makes sense, and why; two samples where it does not say. */
  smallestBatch: { size: number; reason: string } | null;
  /** What the objective keeps from step to step: a number per training sample and view, or one per learner. */
  memory: "sample" | "learner" | null;
}

/** A loss of each anchor against its candidates, averaged over the anchors. */
export interface AnchorObjective<I extends string = string, O extends string = string> extends Described<I, O> {
  kind: "anchor";
  pairing: Pairing;
  similarity: Similarity;
  /** Value and logit gradient of every anchor. */
  rows(contrasts: Contrasts, input: LossInput<O>): LogitGradient & LossExtras;
  /** The same as WGSL, for the fused head; without it, arms with this objective are worked out beside it. */
  wgsl?(input: Pick<LossInput<O>, "options" | "phi">): SoftmaxWgsl | PairwiseWgsl;
  /**
   * Weight that the objective gives to an anchor with log xi = v: its gradient divided by FlatNCE's. A plain number, for
   * drawing; absent where log xi alone does not decide.
   */
  anchorWeight?(logXi: number, input: Pick<LossInput<O>, "options" | "phi">): number;
}

/** A loss of the similarities f_ij between first views i and second views j: positives on the diagonal. */
export interface PairObjective<I extends string = string, O extends string = string> extends Described<I, O> {
  kind: "pairs";
  similarity: Similarity;
  /**
   * @param f [..., B, B]
   * @param diagonal 1 on the diagonal, else 0: [B, B]
   * @returns the loss, [..., 1, 1], and its gradient with respect to f
   */
  pairs(f: Tensor, diagonal: Tensor, input: LossInput<O>): { value: Tensor; gradient: Tensor } & LossExtras;
  /** The same as WGSL, with first views as the anchors. */
  wgsl?(input: Pick<LossInput<O>, "options" | "phi">): SoftmaxWgsl | PairwiseWgsl;
}

/** A loss of the embeddings themselves. */
export interface EmbeddingObjective<I extends string = string, O extends string = string> extends Described<I, O> {
  kind: "embeddings";
  /** Whether it sees z as it is, or u = z/|z|. */
  space: "raw" | "unit";
  /**
   * @param first embeddings of the first views, [..., B, D]; `second` of the second ones
   * @param diagonal 1 on the diagonal, else 0: [B, B]
   * @returns the loss, [..., 1, 1], and its gradient with respect to both
   */
  embeddings(
    first: Tensor,
    second: Tensor,
    diagonal: Tensor,
    input: LossInput<O>,
  ): { value: Tensor; first: Tensor; second: Tensor } & LossExtras;
  /** The same as WGSL: of cosines in unit space, of standardized embeddings in raw space. */
  wgsl?(input: Pick<LossInput<O>, "options" | "phi">): SoftmaxWgsl | StandardizedWgsl;
}

/** A loss of the scores that a linear classifier, trained with the encoder, gives to the features h: it sees labels. */
export interface LabelObjective<I extends string = string, O extends string = string> extends Described<I, O> {
  kind: "labels";
  /**
   * @param scores of every class, [..., N, C]
   * @param targets 1 at the class of the view, else 0: the same shape
   * @returns the loss of every view, [..., N, 1], and the gradient of their mean with respect to the scores
   */
  classify(scores: Tensor, targets: Tensor): { value: Tensor; gradient: Tensor };
  /** The same as WGSL. */
  wgsl?(): ClassesWgsl;
}

export type Objective = AnchorObjective | PairObjective | EmbeddingObjective | LabelObjective;
