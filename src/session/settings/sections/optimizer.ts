import { rateFactor } from "../../../config/rateRule";
import type { ExperimentConfig } from "../../../config/schema";
import { formatNumber } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import type { Section } from "../field";
import { texts } from "../texts";

/** How a gradient becomes an update. */

const isAdam = (config: ExperimentConfig) => config.optimizer.id === "adam";
const isSgd = (config: ExperimentConfig) => config.optimizer.id === "sgd";
const isLars = (config: ExperimentConfig) => config.optimizer.id === "lars";

/** Learning rate after warm-up at the batch size, for arms without one of their own. */
const rateNote = ({ optimizer, batchSize }: ExperimentConfig) =>
  translateAll(texts).rateAtBatch({
    rate: formatNumber(optimizer.learningRate * rateFactor(optimizer, batchSize)),
    batch: batchSize,
  });

export const optimizer = {
  label: "Optimiser",
  open: true,
  rows: [
    {
      path: "optimizer.id",
      label: "Optimiser",
      tooltip: "Adam divides each gradient by its usual size, which hides a vanishing gradient; SGD does not.",
      options: { adam: "Adam", sgd: "SGD", lars: "LARS" },
      control: "choice",
    },
    {
      path: "optimizer.learningRate",
      label: "Learning rate",
      tooltip: "Size of an update. An arm may have its own.",
      control: "stops",
      span: [1e-5, 1],
    },
    {
      path: "optimizer.rateRule",
      label: "Rate and batch size",
      tooltip:
        "How the learning rate follows the batch size. Not at all, in proportion (Goyal et al., 2017), or with its square root, which SimCLR found better at small batches. Holds for the arms' own rates alike.",
      options: { fixed: "Fixed", linear: "Linear", squareRoot: "Square root" },
      control: "choice",
      advanced: true,
      formula: "\\eta_B = \\eta\\, B / B_0 \\quad\\text{or}\\quad \\eta\\sqrt{B / B_0}",
      note: rateNote,
    },
    {
      path: "optimizer.referenceBatch",
      label: "Reference batch",
      tooltip: "Batch size for which the learning rate is meant.",
      control: "powers",
      span: [2, 4096],
      advanced: true,
      visible: ({ optimizer }) => optimizer.rateRule !== "fixed",
      note: rateNote,
    },
    {
      path: "optimizer.matchGradientNorm",
      label: "Match gradient norms",
      tooltip:
        "Scales every arm's gradient to the length of the first arm's, seed by seed and step by step: what is left to compare is their direction. For SGD; Adam and LARS divide by the gradient's size, which cancels such a scale.",
      control: "switch",
      advanced: true,
      // Whoever leaves SGD with it on has to be able to turn it off.
      visible: (config) => isSgd(config) || config.optimizer.matchGradientNorm,
      formula: "g \\leftarrow g\\, \\lVert g_0 \\rVert / \\lVert g \\rVert",
    },
    {
      path: "optimizer.momentum",
      label: "Momentum",
      tooltip: "Share of the last update that SGD keeps.",
      control: "slider",
      step: 0.01,
      span: [0, 0.99],
      advanced: true,
      visible: (config) => !isAdam(config),
    },
    {
      path: "optimizer.trustCoefficient",
      label: "Trust coefficient",
      tooltip: "LARS gives each weight matrix's update this share of the matrix's own length, times the learning rate.",
      control: "number",
      advanced: true,
      visible: isLars,
    },
    {
      path: "optimizer.beta1",
      label: "\u03b21",
      tooltip: "Decay of Adam's mean of the gradient.",
      control: "number",
      advanced: true,
      visible: isAdam,
    },
    {
      path: "optimizer.beta2",
      label: "\u03b22",
      tooltip: "Decay of Adam's mean of the squared gradient.",
      control: "number",
      advanced: true,
      visible: isAdam,
    },
    {
      path: "optimizer.epsilon",
      label: "\u03b5",
      tooltip: "Added to Adam's denominator: gradients smaller than this no longer count in full.",
      control: "number",
      advanced: true,
      visible: isAdam,
      formula: "\\Delta\\theta = -\\eta\\, \\hat m / (\\sqrt{\\hat v} + \\varepsilon)",
    },
    {
      path: "optimizer.weightDecay",
      label: "Weight decay",
      tooltip:
        "Pull of the weights towards zero: apart from the gradient under Adam (AdamW), as a part of it under SGD and LARS. LARS leaves out biases and the numbers of a normalisation.",
      control: "number",
      advanced: true,
    },
    {
      path: "optimizer.schedule.id",
      label: "Schedule",
      tooltip: "How the learning rate changes over the run.",
      options: { constant: "Constant", cosine: "Cosine" },
      control: "choice",
      advanced: true,
    },
    {
      path: "optimizer.schedule.warmupSteps",
      label: "Warm-up",
      tooltip: "Steps over which the learning rate rises from zero.",
      control: "number",
      advanced: true,
    },
  ],
} as const satisfies Section;
