import type { Tensor } from "@tensorflow/tfjs";
import { f32 } from "../engine/wgsl/numbers";
import { pairObjective } from "./define";
import { sumOfPairs } from "./parts/pairMeans";
import { softplus } from "./parts/softplus";

/** Every pair by itself is told positive or negative from t c_ij + b; t and b are trained, t = t0 e^{l0} and b = b0 + l1. */
export const sigLip = pairObjective({
  id: "sigLip",
  label: "SigLIP",
  formula: String.raw`\frac{1}{B} \sum_{i, j} \log\bigl(1 + e^{-y_{ij} (t\, c_{ij} + b)}\bigr),\quad y_{ij} = \pm 1`,
  summary: "A sigmoid for every pair and no normalisation over the batch, so that the batch size matters little.",
  source: "Zhai et al., Sigmoid Loss for Language Image Pre-Training, arXiv 2303.15343, section 3.2",
  group: { id: "batch", place: 80 },
  similarity: "cosine",
  learned: 2,
  options: {
    initialScale: {
      label: "initial scale (t)",
      summary: "Factor of the cosines before training; its logarithm is trained. Takes the place of the temperature.",
      default: 10,
      minimum: 0.1,
      maximum: 100,
    },
    initialBias: {
      label: "initial bias (b)",
      summary: "Added to every pair before training; as there are many more negatives than positives, it begins low.",
      default: -10,
      minimum: -100,
      maximum: 100,
    },
  },
  pairs: (cosines, diagonal, { options: { initialScale, initialBias }, learned }) => {
    const [logScale, offset] = learned as [Tensor, Tensor];
    const y = diagonal.mul(2).sub(1);
    const t = logScale.exp().mul(initialScale);
    const scaled = cosines.mul(t);
    const shortfall = y.neg().mul(scaled.add(offset).add(initialBias));
    const batch = diagonal.shape[0] ?? 0;
    const ofBiased = shortfall.sigmoid().mul(y.neg()).div(batch);
    return {
      value: sumOfPairs(softplus(shortfall)).div(batch),
      gradient: ofBiased.mul(t),
      learned: [sumOfPairs(ofBiased.mul(scaled)), sumOfPairs(ofBiased)],
    };
  },
  // The loss is a sum over the pairs, and a mean over the first views alone: a negative counts for itself.
  wgsl: ({ options: { initialScale, initialBias } }) => ({
    form: "pairwise",
    positive: /* wgsl */ `
      let t = ${f32(initialScale)} * exp(learned.x);
      let logit = t * p + learned.y + ${f32(initialBias)};
      let slope = -exp(-softplus(logit));
      of_learned += slope * vec2f(t * p, 1.0);
      return vec2f(softplus(-logit), slope * t);`,
    pair: /* wgsl */ `
      let t = ${f32(initialScale)} * exp(learned.x);
      let logit = t * s + learned.y + ${f32(initialBias)};
      let slope = exp(-softplus(-logit));
      of_learned += slope * vec2f(t * s, 1.0);
      return Pair(softplus(logit) * count, slope * t * count, 0.0);`,
  }),
});
