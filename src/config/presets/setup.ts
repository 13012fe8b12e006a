import { ALL, stagesOf } from "../../augmentations";
import { augmentationRecipe } from "../../augmentations/recipe";
import { encoderOf } from "../../models";
import { defaults } from "../parse";
import type { ExperimentConfig } from "../schema";
import { presetConfig } from ".";
import { lowTemperature } from "./lowTemperature";
import { points } from "./points";

/** Settings that fit what the samples are: those of a preset for such samples. */

/** What samples are, as far as settings depend on it: images, or rows of numbers. */
export type SampleKind = "images" | "rows";

/** The preset that each kind of samples borrows its settings from. */
const LENDER = { images: lowTemperature.id, rows: points.id } as const satisfies Record<SampleKind, string>;

const OF_IMAGES = ALL.filter(({ samples }) => samples !== "all");

/** @param shape of a sample, [height, width, channels] or [dimensions] */
export function sampleKind(shape: readonly number[]): SampleKind {
  return shape.length === 3 ? "images" : "rows";
}

/**
 * Whether settings are made for samples of a shape: the encoder takes them, and the views of images differ in more than
 * what is done to rows as well.
 */
export function suits({ augmentation, encoder }: ExperimentConfig, shape: readonly number[]): boolean {
  if (sampleKind(shape) === "rows") return encoderOf(encoder.id).samples === "any";
  const recipe = augmentationRecipe(augmentation, shape);
  return stagesOf(OF_IMAGES).some((stage) => stage.isNeeded(stage.work(recipe, shape)));
}

/**
 * The settings of a preset for samples of a shape, over the same data: encoder, augmentation, batch, temperature, optimizer,
 * length and measurements. What is compared, how often and on what device stays.
 *
 * @returns with the preset's id, which gives its title
 */
export function setUpFor(
  config: ExperimentConfig,
  shape: readonly number[],
): { presetId: string; config: ExperimentConfig } {
  const presetId = LENDER[sampleKind(shape)];
  const { dataset, arms, seeds, seed, backend, kernels, captured } = config;
  const lent = presetConfig(presetId);
  // The preset's augmentation is one for grey characters; colors have the default one.
  const augmentation = shape[2] === 3 ? defaults().augmentation : lent.augmentation;
  return { presetId, config: { ...lent, augmentation, dataset, arms, seeds, seed, backend, kernels, captured } };
}
