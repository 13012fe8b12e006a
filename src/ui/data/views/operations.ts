import { AUGMENTATIONS, type AugmentationId, type AugmentationRecipe } from "../../../augmentations";
import { type AugmentationOptions, augmentationRecipe } from "../../../augmentations/recipe";
import type { Augmentation } from "../../../augmentations/types";
import { experimentSchema } from "../../../config/schema";

/**
 * The augmentations as operations, each with a switch of its own, in the order in which they are done. The state of a switch is
 * the config's: there is no other.
 */

type RecipeField = keyof AugmentationRecipe;

/** What the panel asks of an augmentation. */
export interface Operation extends Pick<Augmentation, "label" | "guide" | "summary" | "samples" | "within" | "fields"> {
  id: AugmentationId;
  /** Values at which it does nothing; it is on where one of these fields has another. */
  off: Partial<Record<RecipeField, number>>;
  on: Partial<Record<RecipeField, number>>;
}

export const OPERATIONS: readonly Operation[] = Object.values(AUGMENTATIONS);

const DEFAULTS: AugmentationOptions = experimentSchema.parse({}).augmentation;

/** Every operation at the values of SimCLR, which adds no noise. */
export const SIMCLR: AugmentationOptions = experimentSchema.parse({
  augmentation: { strength: 1, noise: 0 },
}).augmentation;

/** Those that change samples of a shape, [H, W, C] or [D]. */
export function operationsFor(shape: readonly number[]): readonly Operation[] {
  const kinds = shape.length < 3 ? ["all"] : shape[2] === 3 ? ["all", "images", "color"] : ["all", "images"];
  return OPERATIONS.filter(({ samples }) => kinds.includes(samples));
}

/** Whether a recipe asks for an operation. */
export function isOn({ off }: Operation, recipe: AugmentationRecipe): boolean {
  return decisive(off).some((field) => recipe[field] !== off[field]);
}

/** The augmentation without an operation. */
export function turnedOff({ off }: Operation, augmentation: AugmentationOptions): AugmentationOptions {
  return { ...augmentation, ...off };
}

/**
 * The augmentation with an operation: automatic again, or at its default, where that does anything at this strength and on
 * samples of this shape, else at the operation's own values.
 */
export function turnedOn(
  operation: Operation,
  augmentation: AugmentationOptions,
  shape: readonly number[],
): AugmentationOptions {
  const own = new Set<string>(decisive(operation.off));
  const others = Object.entries(augmentation).filter(([field]) => !own.has(field));
  const automatic: AugmentationOptions = { ...DEFAULTS, ...Object.fromEntries(others) };
  return isOn(operation, augmentationRecipe(automatic, shape)) ? automatic : { ...automatic, ...operation.on };
}

function decisive(off: Operation["off"]): RecipeField[] {
  return Object.keys(off) as RecipeField[];
}
