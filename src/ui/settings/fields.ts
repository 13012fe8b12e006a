import { rateFactor } from "../../config/rateRule";
import type { ExperimentConfig, TemperatureRuleId } from "../../config/schema";
import { ruleOf } from "../../config/temperature";
import { sourceOf } from "../../data/sources";
import { formatNumber } from "../format";
import { words } from "../words";

/** What the control of a field looks like; type and bounds come from the schema, words from the table of words. */
export interface Control {
  path: string;
  /**
   * `stops`: slider over round numbers 1, 2, 3, 5, 7 of every power of ten; `powers`: over powers of two; `slider`: even
   * steps; `number`: typed only; `choice`: one of the schema's options; `switch`: on or off.
   */
  control: "stops" | "powers" | "slider" | "number" | "choice" | "switch";
  /** Smallest difference between two values of an even slider. */
  step?: number;
  /** Part of the schema's range that the slider spans; typing reaches the rest. */
  span?: [number, number];
  /** TeX, where it says more than words. */
  formula?: string;
}

/** The settings panel as data: one row per field of the config. */
export interface Field extends Control {
  /** Key of its words, where the field means something else than its path says elsewhere. */
  wording?: string;
  section: Section;
  /** Tucked away until asked for. */
  advanced?: boolean;
  /** Labels and colours alone do not need one; every field of the training does. */
  needsRestart: boolean;
  /** What it comes to at the other settings, below the tooltip. */
  note?: (config: ExperimentConfig) => string;
  visible?: (config: ExperimentConfig) => boolean;
}

export const SECTIONS = ["data", "augmentation", "training", "optimizer", "encoder", "measuring", "device"] as const;
export type Section = (typeof SECTIONS)[number];

const isImages = (config: ExperimentConfig) => sourceOf(config.dataset).holdsImages;
const isPoints = (config: ExperimentConfig) => !isImages(config);
const isGenerated = (config: ExperimentConfig) => sourceOf(config.dataset).isMade;
const isBrought = (config: ExperimentConfig) => !isGenerated(config);
const isResnet = (config: ExperimentConfig) => config.encoder.id === "resnet";
const isAdam = (config: ExperimentConfig) => config.optimizer.id === "adam";
const isSgd = (config: ExperimentConfig) => config.optimizer.id === "sgd";
const isFineTuned = (config: ExperimentConfig) => config.evaluation.fineTune.steps > 0;
const isLars = (config: ExperimentConfig) => config.optimizer.id === "lars";

/** Learning rate after warm-up at the batch size, for arms without one of their own. */
const rateNote = ({ optimizer, batchSize }: ExperimentConfig) =>
  words.settings.rateAtBatch(formatNumber(optimizer.learningRate * rateFactor(optimizer, batchSize)), batchSize);

/** Whether some arm comes by its temperature in one of these ways. */
const hasRule =
  (...rules: TemperatureRuleId[]) =>
  (config: ExperimentConfig) =>
    config.arms.some((arm) => rules.includes(ruleOf(config, arm)));

type Row = Omit<Field, "section" | "needsRestart">;

const data: Row[] = [
  { path: "dataset.layout", control: "choice", visible: isPoints },
  { path: "dataset.classes", control: "slider", step: 1, visible: isGenerated },
  { path: "dataset.samples", control: "stops", visible: isGenerated },
  { path: "dataset.samples", wording: "dataset.samples.files", control: "stops", visible: isBrought },
  { path: "dataset.side", control: "number", advanced: true, visible: isBrought },
  { path: "dataset.colour", control: "choice", advanced: true, visible: isBrought },
];

/** Shown by the operations that they belong to (data/operations.ts). */
const augmentation: Row[] = [
  { path: "augmentation.strength", control: "slider", step: 0.05, visible: isImages },
  { path: "augmentation.minScale", control: "slider", step: 0.05 },
  { path: "augmentation.maxScale", control: "slider", step: 0.05 },
  { path: "augmentation.maxAspect", control: "slider", step: 0.05 },
  { path: "augmentation.flip", wording: "augmentation.probability", control: "slider", step: 0.05 },
  { path: "augmentation.rotation", wording: "augmentation.angle", control: "slider", step: 1 },
  { path: "augmentation.jitter", wording: "augmentation.probability", control: "slider", step: 0.05 },
  { path: "augmentation.brightness", wording: "augmentation.change", control: "slider", step: 0.05 },
  { path: "augmentation.contrast", wording: "augmentation.change", control: "slider", step: 0.05 },
  { path: "augmentation.saturation", wording: "augmentation.change", control: "slider", step: 0.05 },
  { path: "augmentation.hue", wording: "augmentation.turn", control: "slider", step: 0.02 },
  { path: "augmentation.grey", wording: "augmentation.probability", control: "slider", step: 0.05 },
  { path: "augmentation.blur", wording: "augmentation.probability", control: "slider", step: 0.05 },
  { path: "augmentation.maxBlur", control: "slider", step: 0.1, span: [0.1, 4] },
  { path: "augmentation.noise", wording: "augmentation.deviation", control: "slider", step: 0.01, span: [0, 0.5] },
  { path: "augmentation.cutout", wording: "augmentation.probability", control: "slider", step: 0.05 },
  { path: "augmentation.cutoutSide", control: "slider", step: 0.05 },
];

const training: Row[] = [
  { path: "batchSize", control: "powers", formula: "\\mathcal{L}_{\\mathrm{InfoNCE}} \\le \\log(2B-1)" },
  { path: "temperature", control: "stops", span: [0.01, 1], formula: "s_{ij} = \\cos(z_i, z_j) / \\tau" },
  { path: "temperatureRule.id", control: "choice", advanced: true },
  {
    path: "temperatureRule.end",
    control: "stops",
    span: [0.01, 1],
    advanced: true,
    visible: hasRule("scheduled"),
    formula: "\\tau_t = \\tau_0^{1 - p}\\, \\tau_1^{p},\\quad p = t / (T - 1)",
  },
  {
    path: "temperatureRule.minimum",
    control: "number",
    advanced: true,
    visible: hasRule("learned", "ess"),
    formula: "\\tau \\leftarrow \\min(\\max(\\tau, \\tau_{\\min}), \\tau_{\\max})",
  },
  { path: "temperatureRule.maximum", control: "number", advanced: true, visible: hasRule("learned", "ess") },
  {
    path: "temperatureRule.target",
    control: "slider",
    step: 0.01,
    advanced: true,
    visible: hasRule("ess"),
    formula: "1/\\tau \\leftarrow (1 \\pm g) / \\tau",
  },
  { path: "temperatureRule.gain", control: "number", advanced: true, visible: hasRule("ess") },
  { path: "queue.size", control: "number", advanced: true },
  {
    path: "queue.momentum",
    control: "number",
    advanced: true,
    visible: (config) => config.queue.size > 0,
    formula: "\\theta_k \\leftarrow m\\, \\theta_k + (1 - m)\\, \\theta_q",
  },
  { path: "seeds", control: "slider", step: 1, span: [1, 16] },
  { path: "steps", control: "stops", span: [100, 100_000] },
  { path: "seed", control: "number", advanced: true },
];

const optimizer: Row[] = [
  { path: "optimizer.id", control: "choice" },
  { path: "optimizer.learningRate", control: "stops", span: [1e-5, 1] },
  {
    path: "optimizer.rateRule",
    control: "choice",
    advanced: true,
    formula: "\\eta_B = \\eta\\, B / B_0 \\quad\\text{or}\\quad \\eta\\sqrt{B / B_0}",
    note: rateNote,
  },
  {
    path: "optimizer.referenceBatch",
    control: "powers",
    span: [2, 4096],
    advanced: true,
    visible: ({ optimizer }) => optimizer.rateRule !== "fixed",
    note: rateNote,
  },
  {
    path: "optimizer.matchGradientNorm",
    control: "switch",
    advanced: true,
    // Whoever leaves SGD with it on has to be able to turn it off.
    visible: (config) => isSgd(config) || config.optimizer.matchGradientNorm,
    formula: "g \\leftarrow g\\, \\lVert g_0 \\rVert / \\lVert g \\rVert",
  },
  {
    path: "optimizer.momentum",
    control: "slider",
    step: 0.01,
    span: [0, 0.99],
    advanced: true,
    visible: (config) => !isAdam(config),
  },
  { path: "optimizer.trustCoefficient", control: "number", advanced: true, visible: isLars },
  { path: "optimizer.beta1", control: "number", advanced: true, visible: isAdam },
  { path: "optimizer.beta2", control: "number", advanced: true, visible: isAdam },
  {
    path: "optimizer.epsilon",
    control: "number",
    advanced: true,
    visible: isAdam,
    formula: "\\Delta\\theta = -\\eta\\, \\hat m / (\\sqrt{\\hat v} + \\varepsilon)",
  },
  { path: "optimizer.weightDecay", control: "number", advanced: true },
  { path: "optimizer.schedule.id", control: "choice", advanced: true },
  { path: "optimizer.schedule.warmupSteps", control: "number", advanced: true },
];

const encoder: Row[] = [
  { path: "encoder.id", control: "choice" },
  { path: "encoder.width", control: "powers", span: [4, 256] },
  { path: "encoder.depth", control: "slider", step: 1, visible: (config) => !isResnet(config) },
  { path: "encoder.depth", wording: "encoder.depth.resnet", control: "choice", visible: isResnet },
  { path: "encoder.norm", control: "choice" },
  { path: "encoder.projection", control: "powers" },
];

const measuring: Row[] = [
  { path: "gradientProbe.every", control: "number" },
  { path: "gradientProbe.microBatches", control: "powers" },
  { path: "gradientProbe.common", control: "switch", advanced: true },
  { path: "evaluation.every", control: "number" },
  { path: "evaluation.trainSamples", control: "stops", advanced: true },
  { path: "evaluation.testSamples", control: "stops", advanced: true },
  { path: "evaluation.knn.k", control: "number", advanced: true },
  { path: "evaluation.knn.temperature", control: "number", advanced: true },
  { path: "evaluation.linearProbe.search", control: "switch", advanced: true },
  {
    path: "evaluation.linearProbe.ridge",
    control: "number",
    advanced: true,
    visible: ({ evaluation }) => !evaluation.linearProbe.search,
  },
  { path: "evaluation.validation", control: "switch", advanced: true },
  { path: "evaluation.fineTune.steps", control: "number", advanced: true },
  { path: "evaluation.fineTune.samples", control: "stops", advanced: true, visible: isFineTuned },
  { path: "evaluation.fineTune.learningRate", control: "number", advanced: true, visible: isFineTuned },
];

const device: Row[] = [
  { path: "backend", control: "choice" },
  { path: "kernels", control: "choice", advanced: true },
  { path: "captured", control: "switch", advanced: true },
];

const ROWS: Record<Section, Row[]> = { data, augmentation, training, optimizer, encoder, measuring, device };

export const FIELDS: readonly Field[] = SECTIONS.flatMap((section) =>
  ROWS[section].map((row) => ({ ...row, section, needsRestart: true })),
);
