import type { ExperimentConfig, TemperatureRuleId } from "../../../config/schema";
import { ruleOf } from "../../../config/temperature";
import type { Section } from "../field";

/** Batches, temperature, negatives, and for how long. */

/** Whether some arm comes by its temperature in one of these ways. */
const hasRule =
  (...rules: TemperatureRuleId[]) =>
  (config: ExperimentConfig) =>
    config.arms.some((arm) => rules.includes(ruleOf(config, arm)));

export const training = {
  label: "Training",
  open: true,
  rows: [
    {
      path: "batchSize",
      label: "Batch size",
      tooltip:
        "Samples per step; each gives two views. InfoNCE cannot exceed log K with K = 2B \u2212 1 candidates, whatever it learns.",
      control: "powers",
      formula: "\\mathcal{L}_{\\mathrm{InfoNCE}} \\le \\log(2B-1)",
    },
    {
      path: "temperature",
      label: "Temperature",
      tooltip:
        "Cosine similarities are divided by it. A low temperature makes easy positives count as solved: this decides whether there is anything for FlatNCE to repair.",
      control: "stops",
      span: [0.01, 1],
      formula: "s_{ij} = \\cos(z_i, z_j) / \\tau",
    },
    {
      path: "temperatureRule.id",
      label: "Temperature over time",
      tooltip:
        "How the temperature changes in a run. Scheduled: as the step number says. Learned: by gradient descent, with the weights. Controlled: so that a given share of the negatives carries the gradient. An arm may have its own.",
      options: { fixed: "Fixed", scheduled: "Scheduled", learned: "Learned", ess: "Controlled (ESS)" },
      control: "choice",
      advanced: true,
    },
    {
      path: "temperatureRule.end",
      label: "Last temperature",
      tooltip: "Temperature of the last step; its logarithm goes there evenly.",
      control: "stops",
      span: [0.01, 1],
      advanced: true,
      visible: hasRule("scheduled"),
      formula: "\\tau_t = \\tau_0^{1 - p}\\, \\tau_1^{p},\\quad p = t / (T - 1)",
    },
    {
      path: "temperatureRule.minimum",
      label: "Lowest temperature",
      tooltip:
        "A learned or controlled temperature stops here. FlatNCE always gains by a lower one once the positives win, so a learned one needs this.",
      control: "number",
      advanced: true,
      visible: hasRule("learned", "ess"),
      formula: "\\tau \\leftarrow \\min(\\max(\\tau, \\tau_{\\min}), \\tau_{\\max})",
    },
    {
      path: "temperatureRule.maximum",
      label: "Highest temperature",
      tooltip: "A learned or controlled temperature stops here.",
      control: "number",
      advanced: true,
      visible: hasRule("learned", "ess"),
    },
    {
      path: "temperatureRule.target",
      label: "Share of negatives",
      tooltip:
        "Share of the negatives that the controller wants to carry the gradient. Above it (n-ESS) the temperature falls, below it rises.",
      control: "slider",
      step: 0.01,
      advanced: true,
      visible: hasRule("ess"),
      formula: "1/\\tau \\leftarrow (1 \\pm g) / \\tau",
    },
    {
      path: "temperatureRule.gain",
      label: "Gain",
      tooltip: "Share by which the controller changes the inverse temperature in a step.",
      control: "number",
      advanced: true,
      visible: hasRule("ess"),
    },
    {
      path: "queue.size",
      label: "Queue of negatives",
      tooltip:
        "Embeddings of earlier batches that take the place of the batch's own negatives, as in MoCo. 0 turns the queue off. It starts with random directions, and is all real after as many steps as batches fit in it.",
      control: "number",
      advanced: true,
    },
    {
      path: "queue.momentum",
      label: "Queue momentum",
      tooltip:
        "Share of its own weights that the encoder behind the queue keeps in a step; the rest comes from the trained one.",
      control: "number",
      advanced: true,
      visible: (config) => config.queue.size > 0,
      formula: "\\theta_k \\leftarrow m\\, \\theta_k + (1 - m)\\, \\theta_q",
    },
    {
      path: "seeds",
      label: "Seeds",
      tooltip:
        "Repetitions of every arm. Each seed has its own initial weights, batches and augmentations, and all arms of a seed share them, so differences are paired. Two seeds at least are needed for an interval.",
      control: "slider",
      step: 1,
      span: [1, 16],
    },
    { path: "steps", label: "Steps", tooltip: "Updates until the run ends.", control: "stops", span: [100, 100_000] },
    {
      path: "seed",
      label: "First seed",
      tooltip: "Number of the first repetition; the same number gives the same run, to the bit.",
      control: "number",
      advanced: true,
    },
  ],
} as const satisfies Section;
