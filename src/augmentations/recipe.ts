import {
  ALL,
  type AugmentationOptions,
  type AugmentationRecipe,
  type Augmentations,
  type AugmentationWork,
  stagesOf,
} from ".";
import type { AugmentationField } from "./types";

export type { AugmentationOptions, AugmentationRecipe, AugmentationWork };

/**
 * Resolves a config. Strength 1 is SimCLR's recipe (arXiv 2002.05709, appendix A: area .08 to 1, sides 3/4 to 4/3, flip .5,
 * jitter .8 .8 .8 .2 with probability .8, grey .2, blur .5); strength 0 leaves the sample as it is.
 * @param shape of a sample, [H, W, C] or [D]
 */
export function augmentationRecipe(
  config: AugmentationOptions,
  shape: readonly number[],
  augmentations: Augmentations = ALL,
): AugmentationRecipe {
  const { strength } = config;
  const given: Record<string, number | undefined> = { ...config };
  const value = (name: string, { automatic }: AugmentationField) =>
    given[name] ?? automatic?.(strength, { config: given, shape }) ?? Number.NaN;
  const fields = augmentations.flatMap(({ fields }) => Object.entries(fields));
  return Object.fromEntries(fields.map(([name, field]) => [name, value(name, field)])) as AugmentationRecipe;
}

/** What a recipe asks for on samples of a shape ([H, W, C], or [D] for points, which only get noise). */
export function augmentationWork(
  recipe: AugmentationRecipe,
  shape: readonly number[],
  augmentations: Augmentations = ALL,
): AugmentationWork {
  return Object.assign({}, ...stagesOf(augmentations).map((stage) => stage.work(recipe, shape))) as AugmentationWork;
}
