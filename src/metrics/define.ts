import type {
  CommonGradientMetric,
  FineTunedMetric,
  GradientMetric,
  HeldOutMetric,
  Metric,
  StepMetric,
  UpdateMetric,
} from "./types";

/** What most metrics need not say. */
const USUAL = {
  logarithmic: false,
  small: null,
  headline: null,
  marks: [],
  requires: {},
  comparison: "always",
  differenceIn: "unit",
} as const satisfies Partial<Metric>;

type Optional = keyof typeof USUAL | "reading";
/** A metric as its file writes it. */
type Written<T extends Metric> = Omit<T, "from" | "cadence" | Optional> & Partial<Pick<T, Optional>>;

/** Measured with every training step; judged by the mean over the last steps. */
export function stepMetric<const I extends string>(written: Written<StepMetric<I>>): StepMetric<I> {
  return { ...USUAL, from: "step", cadence: "step", reading: "window", ...written };
}

/** Measured by the gradient probe, of each learner's gradients at its own weights. */
export function gradientMetric<const I extends string>(written: Written<GradientMetric<I>>): GradientMetric<I> {
  return { ...USUAL, from: "gradients", cadence: "gradientProbe", reading: "latest", ...written };
}

/** Measured by the gradient probe, of all arms' gradients at the first arm's weights. */
export function commonGradientMetric<const I extends string>(
  written: Written<CommonGradientMetric<I>>,
): CommonGradientMetric<I> {
  return { ...USUAL, from: "commonGradients", cadence: "gradientProbe", reading: "latest", ...written };
}

/** Measured of the update that follows a gradient probe. */
export function updateMetric<const I extends string>(written: Written<UpdateMetric<I>>): UpdateMetric<I> {
  return { ...USUAL, from: "update", cadence: "gradientProbe", reading: "latest", ...written };
}

/** Measured by the evaluation, of held-out samples. */
export function heldOutMetric<const I extends string>(written: Written<HeldOutMetric<I>>): HeldOutMetric<I> {
  return { ...USUAL, from: "heldOut", cadence: "evaluation", reading: "latest", ...written };
}

/** Measured at the end of the run, of copies that are trained on with labels. */
export function fineTunedMetric<const I extends string>(written: Written<FineTunedMetric<I>>): FineTunedMetric<I> {
  return { ...USUAL, from: "fineTuning", cadence: "evaluation", reading: "latest", ...written };
}
