import type { Precision } from "../../../engine/numberFormats";
import type { Estimator } from "../../../labs/bound/schema";
import type { Form } from "../../../labs/precision/forms";
import type { Measure } from "../../../labs/precision/schema";
import { sweep } from "./sweep";

/** Words of the labs in English. */
export const labs = {
  shared: {
    settings: "Settings of the lab",
    run: "Measurement",
    progress: "Progress of the measurement",
    buttons: { run: "Run", resume: "Resume", again: "Run again", startOver: "Start over", pause: "Pause" },
    phases: {
      idle: "not measured yet",
      waiting: "waiting for its turn",
      running: "measuring",
      stopped: "stopped; Resume redoes only what was under way",
      finished: "complete",
    },
    failed: (reason: string) => `Stopped by an error: ${reason}`,
    done: (done: string, total: string, unit: string) => `${done} of ${total} ${unit}`,
    kept: (rows: string) => `${rows} rows, kept from before`,
    device: (backend: string, adapter: string) => `Measured on ${backend}: ${adapter}`,
    nothingStored: "Nothing here is stored in the page: it is measured on your machine. The Race pauses meanwhile.",
    export: "Export the measurement",
    exportCsv: "Rows (CSV)",
    exportJson: "Document (JSON)",
    empty: {
      waiting: "Press Run to measure.",
      measuring: "Comes as it is measured.",
      invalid: "Some settings are wrong; they say why.",
    },
    chart: (title: string) => `Chart: ${title}. Its menu shows it as a table.`,
    guide: "Reading guide",
    lookFor: "What to look for",
    falsified: "What would show that it is wrong",
  },

  sweep,

  bound: {
    title: "Bound: the log K curse",
    units: { oracle: "cells of the table", trained: "updates" },
    question:
      "InfoNCE is a lower bound of the mutual information between two views, and it can never exceed log K, the logarithm of the number of candidates. If the truth is larger, a small batch cannot tell. Is that the fault of the critic, of the training, or of the bound? Here the truth is known: two Gaussians whose coordinates correlate. Take the true density ratio as the critic (oracle), and everything that is left is the estimator's own; or train a critic, live, while the truth climbs.",
    lookFor: [
      "InfoNCE bends away from the truth towards its ceiling log K, oracle or not: the bound is at fault, not the critic. Near the ceiling its deviation vanishes too, so it is wrong with great confidence.",
      "FLO with the best u, and \u2212u alone, are right on average at every K. What they pay is deviation: FLO's left tail is so heavy that its mean jumps about and its median reads high; that of \u2212u is sqrt(d \u03c1\u00b2 / K) at the oracle.",
      "DV and SMILE read high where K is small: the logarithm of a mean of few samples is biased.",
      "Trained: FlatNCE needs bounded scores. Unbounded, it can always win by scaling them, and the readings run away.",
    ],
    falsified: [
      "An InfoNCE above log K, ever.",
      "At the oracle: a mean of \u2212u that differs from the truth by more than a few of its deviations over the root of the number of batches.",
      "A read-out log(K\u22121) \u2212 DCL that follows the truth at every K.",
    ],
    readOutNote:
      "log(K\u22121) \u2212 DCL, which FlatNCE's logits offer at no cost, is shown as a read-out and not as a bound: it is DV with the partition function of K\u22121 samples, E[\u2212log \u1e90] \u2265 0 biases it up, at a truth of 10 and K = 128 to about 15. It never saturates, and never follows the truth either: what FlatNCE repairs is the gradient.",
    fields: {
      critic: [
        "Critic",
        "The true log density ratio, or a network that learns it: of both vectors at once on all K\u00b2 pairs, or a product of two embeddings.",
      ],
      objective: [
        "Trained by",
        "The loss of the critic. JSD trains a log ratio, which NWJ's estimate then reads; FLO trains u as well.",
      ],
      bounded: ["Bounded scores", "Within \u00b11/\u03c4: cosines (separable), or a tanh (joint)."],
      temperature: ["Temperature \u03c4", "Sets the bound of the scores."],
      dimensions: ["Dimensions d", "Of each of the two vectors."],
      miFrom: ["Smallest MI", "Mutual information in nats."],
      miTo: ["Largest MI", "Mutual information in nats; the staircase ends there."],
      levels: [
        "Levels",
        "Values of the mutual information from the smallest to the largest: a chart each, or a step of the staircase each.",
      ],
      kFrom: ["Smallest K", "Candidates per pair, its partner among them; doubled up to the largest."],
      kTo: ["Largest K", "A trained critic is trained anew for each K."],
      batches: ["Batches", "Per cell of the table; beyond K = 128 fewer, as they cost more and vary less."],
      steps: ["Steps per level", "Updates of the critic on each step of the staircase."],
      learningRate: ["Learning rate", "Of Adam."],
      width: ["Width", "Units of the two hidden layers."],
      seed: ["Seed", "Of the pairs and the initial weights."],
      statistic: ["Table shows", "Mean squared error is bias\u00b2 + deviation\u00b2."],
    } as Record<string, readonly [label: string, tooltip: string]>,
    options: {
      critic: { oracle: "Oracle", joint: "Joint", separable: "Separable" },
      objective: { infoNce: "InfoNCE", flatNce: "FlatNCE", flo: "FLO", nwj: "NWJ", dv: "DV", jsd: "JSD / SMILE" },
      statistic: { mean: "Mean", median: "Median", bias: "Bias", sd: "Deviation", mse: "Mean squared error" },
    } as Record<string, Record<string, string>>,
    lines: {
      infoNce: "InfoNCE",
      flo: "FLO, mean",
      floMedian: "FLO, median",
      minusU: "\u2212u",
      nwj: "NWJ / JSD",
      dv: "DV",
      smile: "SMILE",
      readOut: "read-out, not a bound",
      truth: "truth",
      ceiling: "log K",
    },
    columns: {
      infoNce: "InfoNCE",
      flo: "FLO",
      minusU: "\u2212u",
      nwj: "NWJ / JSD",
      dv: "DV",
      smile: "SMILE",
      readOut: "read-out, not a bound",
    } satisfies Record<Estimator, string>,
    chartAtMi: (mi: string) => `MI ${mi}`,
    chartAtK: (k: string) => `K ${k}`,
    k: "K, number of candidates",
    step: "step",
    about: {
      name: "Estimates of the mutual information",
      guide:
        "In nats, means over fresh batches; bands are \u00b1 one deviation of a batch, of InfoNCE and \u2212u. What lies beyond the axis is in the table.",
      formula: "\\hat I_{\\mathrm{InfoNCE}} = \\log K - \\mathrm{mean}\\, \\log(1 + \\xi_i) \\le \\log K",
      unit: "nats",
    },
    table: {
      title: "Estimators against the truth",
      mi: "MI",
      waiting: "Fills in as cells are measured.",
      batches: (n: string) => `Of ${n} batches each.`,
    },
  },

  precision: {
    title: "Precision: what rounding does",
    unit: "points",
    question:
      "InfoNCE can be written in several ways that are equal on paper. Computers round, so they are not equal in practice: softmax cross-entropy subtracts two numbers near 1 and loses the positive's gradient just where an anchor is solved (\u03be small). Is the vanishing gradient of InfoNCE a matter of rounding, which a better formula repairs, or of the loss itself? Here each form's gradient is worked out on your own device and compared with float64, over \u03be, in four number formats.",
    lookFor: [
      "Cross-entropy: in float32 the error grows as \u03be falls, and reaches 100 % at the dashed line; in float16, bfloat16 and float8 the line lies far to the right. Its positive gradient is then exactly 0, while the negatives still push.",
      "The stable form keeps all its digits in float32 at any \u03be: rounding alone is cured without FlatNCE. What it cannot cure is the factor \u03be/(1+\u03be): in float16 and float8 the gradient itself falls below the smallest number.",
      "FlatNCE: \u22121 on the positive in every format, at every \u03be. Its weights of the negatives have the digits that the format leaves a difference of logits, a few less where that is large; they are never lost.",
      "The bars on the axis: where the Race's anchors are now. Left of the line, cross-entropy trains on nothing.",
    ],
    falsified: [
      "A cross-entropy that keeps its digits left of the dashed line, or loses them far right of it.",
      "A FlatNCE whose error comes near 100 %, in any format at any \u03be.",
      "A stable InfoNCE in float32 with an error well above 1e\u22126: then it is the device's exp and log, and the table below says by how much.",
    ],
    fields: {
      measure: [
        "Error of",
        "The gradient on the positive's logit, the gradient that reaches the anchor's embedding, or the value of the loss (FlatNCE's is always 1).",
      ],
      xiFrom: [
        "Smallest \u03be",
        "\u03be is the sum of e to the power of negative minus positive logit: small for a solved anchor.",
      ],
      xiTo: ["Largest \u03be", "Above 1 the negatives win."],
      stepsPerDecade: ["Points per decade", "How densely \u03be is measured. Each point is a median over 32 anchors."],
      seed: ["Seed", "Draws the negatives' logits."],
    } as Record<string, readonly [label: string, tooltip: string]>,
    options: {
      measure: { positive: "positive", anchor: "anchor", value: "loss" },
    } as Record<string, Record<string, string>>,
    forms: {
      crossEntropy: "Cross-entropy",
      naive: "Naive",
      stable: "Stable InfoNCE",
      flatNce: "FlatNCE",
    } satisfies Record<Form, string>,
    formats: {
      float32: "float32",
      float16: "float16",
      bfloat16: "bfloat16",
      float8e4m3: "float8 (e4m3)",
    } satisfies Record<Precision, string>,
    measures: {
      positive: "gradient on the positive's logit",
      anchor: "gradient at the anchor's embedding",
      value: "value of the loss",
    } satisfies Record<Measure, string>,
    xi: "\u03be of an anchor (solved on the left)",
    about: {
      name: "Relative error",
      guide:
        "Median over anchors of |got \u2212 right| / |right|, right in float64 from the same rounded logits. 1 means that no digit is left. Errors below the axis are drawn on its edge.",
      formula: "\\varepsilon = \\frac{\\lVert \\hat g - g \\rVert}{\\lVert g \\rVert}",
    },
    threshold: {
      positive: (xi: string) => `gradient 0 below ${xi}`,
      anchor: (xi: string) => `positive 0 below ${xi}`,
      value: (xi: string) => `loss 0 below ${xi}`,
    } satisfies Record<Measure, (xi: string) => string>,
    thresholds: (positive: string, value: string) =>
      `Cross-entropy: the positive's gradient is exactly 0 below \u03be = ${positive} (\u03b5/4), the loss below ${value} (\u03b5/2).`,
    anchorsBelow: (shares: string, step: string) => `Of the Race's anchors at step ${step}, below it: ${shares}.`,
    noRun: "Play the Race to mark its anchors here.",
    host: {
      title: "Your device's own exp and log",
      text: "The same float32 steps in JavaScript on the CPU, each rounded correctly, are the best that the format allows. A ratio near 1 means that your device adds nothing of its own.",
      form: "Form",
      device: "Device",
      best: "Correctly rounded",
      ratio: "Device / best",
      at: "at \u03be",
      caption: "Largest ratio of the device's error to that of correct rounding",
    },
  },
};

export type LabsWords = typeof labs;
