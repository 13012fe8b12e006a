import type { ExperimentConfig } from "../../../config/schema";
import type { Section } from "../field";

/** What is measured off the training path, and how often. */

const isFineTuned = (config: ExperimentConfig) => config.evaluation.fineTune.steps > 0;

export const measuring = {
  label: "Measuring",
  rows: [
    {
      path: "gradientProbe.every",
      label: "Gradient probe every",
      tooltip: "Steps between two measurements of how much the gradient changes from batch to batch. 0 turns them off.",
      control: "number",
    },
    {
      path: "gradientProbe.microBatches",
      label: "Fresh batches per probe",
      tooltip: "More batches give a sharper estimate and take longer.",
      control: "powers",
    },
    {
      path: "gradientProbe.common",
      label: "Compare at common weights",
      tooltip:
        "Every probe also takes each arm's gradient at the first arm's weights, where the objective alone differs; it takes twice as long.",
      control: "switch",
      advanced: true,
    },
    {
      path: "evaluation.every",
      label: "Evaluation every",
      tooltip: "Steps between two evaluations on held-out samples. 0 turns them off.",
      control: "number",
    },
    {
      path: "evaluation.trainSamples",
      label: "Labelled samples",
      tooltip: "Training samples whose labels the kNN and the linear probe may use.",
      control: "stops",
      advanced: true,
    },
    {
      path: "evaluation.testSamples",
      label: "Held-out samples",
      tooltip: "Samples on which accuracy is measured.",
      control: "stops",
      advanced: true,
    },
    {
      path: "evaluation.knn.k",
      label: "Neighbours",
      tooltip: "Nearest neighbours that vote.",
      control: "number",
      advanced: true,
    },
    {
      path: "evaluation.knn.temperature",
      label: "Vote temperature",
      tooltip: "How much nearer neighbours count more.",
      control: "number",
      advanced: true,
    },
    {
      path: "evaluation.linearProbe.search",
      label: "Choose the ridge",
      tooltip:
        "Chooses the linear probe's penalty on a part of the labelled samples. It is tried from 0.0001 to 1 on a fifth of them; the held-out ones have no part in it.",
      control: "switch",
      advanced: true,
    },
    {
      path: "evaluation.linearProbe.ridge",
      label: "Ridge",
      tooltip: "Penalty of the linear probe on standardised features.",
      control: "number",
      advanced: true,
      visible: ({ evaluation }) => !evaluation.linearProbe.search,
    },
    {
      path: "evaluation.validation",
      label: "Validate",
      tooltip:
        "Measures accuracy on samples taken out of the training split, at most a fifth of it, instead of test samples. Choose settings this way; then turn it off and look at the test samples once.",
      control: "switch",
      advanced: true,
    },
    {
      path: "evaluation.fineTune.steps",
      label: "Fine-tuning steps",
      tooltip:
        "At the end of the run, a copy of each encoder and a new linear classifier are trained with labels for so many steps, with the run's optimiser and augmentation. 0 turns it off. Pausing meanwhile ends it without a result.",
      control: "number",
      advanced: true,
    },
    {
      path: "evaluation.fineTune.samples",
      label: "Samples to fine-tune on",
      tooltip: "Training samples whose labels fine-tuning may use.",
      control: "stops",
      advanced: true,
      visible: isFineTuned,
    },
    {
      path: "evaluation.fineTune.learningRate",
      label: "Rate of fine-tuning",
      tooltip: "Constant learning rate of the encoder and its classifier while they are fine-tuned.",
      control: "number",
      advanced: true,
      visible: isFineTuned,
    },
  ],
} as const satisfies Section;
