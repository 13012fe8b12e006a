import type { Tensor } from "@tensorflow/tfjs";
import type { Contrasts } from "../objectives/contrasts";
import type { HeadlineId, MetricGroupId } from "./groups";
import type { MetricWasm } from "./wasm";
import type { MetricWgsl } from "./wgsl";

/** When a metric is measured: with every training step, by the gradient probe, or by the evaluation. */
type Cadence = "step" | "gradientProbe" | "evaluation";

/** What a reader needs to know about a chart, kept beside the code that computes what it shows. */
export interface Explanation {
  label: string;
  /** TeX of the definition; notation of the README (s logits, p the positive, N(i) the negatives). */
  formula: string;
  /** How to read the chart; its first sentence is of words alone, for those who have never met it. */
  guide: string;
  /** Where the definition comes from. */
  source: string;
  /** Unit on the axis, for example "nats"; empty for a pure number. */
  unit: string;
  /** Which direction is better, if one is. */
  better: "higher" | "lower" | null;
}

/** What of an experiment's config a metric may ask about. */
export interface MetricConfig {
  batchSize: number;
  /** Arms may have batch sizes of their own. */
  arms?: readonly { batchSize?: number | undefined }[];
  encoder: { projection: number };
  gradientProbe: { common: boolean };
  evaluation: { fineTune: { steps: number } };
}

/** A value that a metric is to be read against. */
interface MetricMark {
  at(config: MetricConfig): number;
  /** What the line says, with `{value}` in it. */
  text: string;
  /** Significant digits of the value, three unless given; null writes it as it is. */
  digits?: number | null;
}

/** What an experiment has to have for a metric to be measured. */
export interface Requirements {
  /** Labeled data. */
  labels?: true;
  /** So many arms at least. */
  arms?: number;
  /** A setting that is on. */
  setting?(config: MetricConfig): boolean;
}

/** Everything that a metric says of itself, beside how it is measured. */
interface Described<I extends string> extends Explanation {
  id: I;
  /** Name for a small chart, where the label is long. */
  short?: string;
  /** Natural bounds of the axis; null where the data decides. */
  domain: [number | null, number | null];
  /** Whether a logarithmic axis is offered (the values are positive). */
  positive: boolean;
  /** Whether the axis begins as a logarithmic one, since the values span decades. */
  logarithmic: boolean;
  /** Where it has a small chart, by ascending places; null without one. */
  small: { group: MetricGroupId; place: number } | null;
  /** The large chart that can show it, and its name among the choices there; the first one is shown unless chosen. */
  headline: {
    chart: HeadlineId;
    name: string;
    place: number;
    /** What to look for there, in a few words for newcomers. */
    says?: string;
  } | null;
  /** Horizontal lines in its chart, where the config decides them. */
  marks: readonly MetricMark[];
  cadence: Cadence;
  /** Whether a run is judged by the mean over its last steps, as single ones are noisy, or by the latest value. */
  reading: "window" | "latest";
  requires: Requirements;
  /** Which arms its values can be compared of: any two, those whose losses are the same function, or all but the first. */
  comparison: "always" | "sameLoss" | "notWithFirstArm";
  /** Whether differences are written in its unit, or in points of a hundred. */
  differenceIn: "unit" | "points";
}

/** What is at hand in a training step. Any number of leading axes, the same in all tensors. */
export interface StepInput {
  /** u, the normalized embeddings: [..., N, D]. */
  unit: Tensor;
  /** A number, or a tensor that broadcasts against [..., N, N]. */
  temperature: Tensor | number;
  contrasts: Contrasts;
  /** The objective's own value per anchor: [..., N, 1]. */
  value: Tensor;
}

/** A metric that is measured with every training step. */
export interface StepMetric<I extends string = string> extends Described<I> {
  from: "step";
  /**
   * Whether a value that is no finite number shows that a learner has diverged. The objective alone may not show it:
   * FlatNCE's value is a comparison of log xi with itself, in which a GPU need not notice NaN.
   */
  showsDivergence?: true;
  /** One number per batch: the leading axes of the input. */
  measure(input: StepInput): Tensor;
  /** The same as WGSL, for the fused head; without it, the metric alone is measured by `measure` beside the head. */
  wgsl?: MetricWgsl;
  /** The same for WebAssembly. */
  wasm?: MetricWasm;
}

/** Sums of a gradient probe over the parameters of one learner, or over some of them. */
export interface GradientSums {
  /** sum_r |g_r - m|^2 */
  sumSquaredDeviations: number;
  /** |m|^2 */
  squaredMeanNorm: number;
  /** R, at least 2. */
  microBatches: number;
}

/** The same of gradients at the weights of the first arm. */
export interface CommonGradientSums extends GradientSums {
  /** m . m_0, with m_0 the first arm's mean gradient. */
  product: number;
  /** Of the first arm's learner of the same seed. */
  first: GradientSums;
  /** Whether the arm is another one than the first, and sees the same batches. */
  isOtherArm: boolean;
}

/** Sums over the parameters of one learner, around one update. */
export interface UpdateSums {
  /** |delta theta|^2 */
  squaredChange: number;
  /** |theta|^2 before it. */
  squaredNorm: number;
  /** Parameters whose gradient is smaller in magnitude than Adam's epsilon. */
  silent: number;
  /** All parameters. */
  count: number;
}

/** How the sums of a probe become one number of a learner. */
export interface Reducer<Sums> {
  reduce(sums: Sums): number;
  /** What goes from probe to probe, always as many numbers; absent where every probe stands for itself. */
  carried?: { read(): readonly number[]; write(values: readonly number[]): void };
}

/** A metric of the gradient probe. */
interface Reduced<I extends string, Sums> extends Described<I> {
  /** Called once per learner. */
  reducer(config: Pick<MetricConfig, "batchSize">): Reducer<Sums>;
}

/** Of each learner's gradients at its own weights. */
export interface GradientMetric<I extends string = string> extends Reduced<I, GradientSums> {
  from: "gradients";
}

/** Of all arms' gradients at the weights of the first arm. */
export interface CommonGradientMetric<I extends string = string> extends Reduced<I, CommonGradientSums> {
  from: "commonGradients";
}

/** Of the update that follows the probe. */
export interface UpdateMetric<I extends string = string> extends Reduced<I, UpdateSums> {
  from: "update";
}

/** Labeled samples to learn from. */
export interface LabeledBank {
  /** [n, dimension] */
  bank: Float32Array;
  bankLabels: ArrayLike<number>;
  dimension: number;
  /** Labels are 0 ... classes - 1. */
  classes: number;
}

/** The same, and held-out samples to be classified. */
export interface Classification extends LabeledBank {
  /** [m, dimension] */
  queries: Float32Array;
  queryLabels: ArrayLike<number>;
}

/** What a classifier says of some samples, [m] each. */
export interface Predictions {
  /** -1 where a feature of the sample, or of the bank, is not finite. */
  classes: Int32Array;
  /** Of that class, as its classifier has it; NaN where there is none. */
  scores: Float32Array;
}

/** Classifies samples by their features, [m, dimension]. */
export type Classifier = (queries: Float32Array) => Predictions;

/** What is at hand of a learner at an evaluation. */
export interface HeldOutSamples {
  /** z of the held-out samples, [n, embeddingSize]. */
  embeddings: Float32Array;
  embeddingSize: number;
  /** Of the embeddings, largest first; worked out when asked for. */
  singularValues(): number[];
  /** The features h; null where the data has no labels. */
  task: Classification | null;
  /** A linear classifier on the features, by its penalty per sample; NaN where the data has no labels. */
  linearProbe: { accuracy(ridge: number): number; searched(ridge: number): number };
}

/** How an evaluation is to be made. */
interface EvaluationOptions {
  knn: { k: number; temperature: number };
  linearProbe: { ridge: number; search: boolean };
}

/** Of held-out samples, at the current weights. */
export interface HeldOutMetric<I extends string = string> extends Described<I> {
  from: "heldOut";
  measure(samples: HeldOutSamples, options: EvaluationOptions): number;
}

/** Of a copy of the learner that was trained on with labels after the last step. */
export interface FineTunedMetric<I extends string = string> extends Described<I> {
  from: "fineTuning";
  /**
   * @param scores of every class for the held-out samples, [n, C]
   * @param labels [n]
   */
  measure(scores: Float32Array, labels: Uint8Array): number;
}

/** A metric of each learner by step. */
export type Metric<I extends string = string> =
  | StepMetric<I>
  | GradientMetric<I>
  | CommonGradientMetric<I>
  | UpdateMetric<I>
  | HeldOutMetric<I>
  | FineTunedMetric<I>;
