import { type AugmentationOptions, augmentationRecipe } from "../../../augmentations/recipe";
import type { AugmentationRecipe } from "../../../augmentations/viewRecipe";
import { experimentSchema } from "../../../config/schema";

type OperationId =
  | "crop"
  | "flip"
  | "rotation"
  | "jitter"
  | "brightness"
  | "contrast"
  | "saturation"
  | "hue"
  | "grey"
  | "blur"
  | "noise"
  | "cutout";
type RecipeField = keyof AugmentationRecipe;

/** One operation with a switch of its own. The state of the switch is the config's: there is no other. */
export interface Operation {
  id: OperationId;
  /** Its fields of `augmentation`, as they are shown. */
  fields: readonly RecipeField[];
  /** Values at which it does nothing; it is on where one of these fields has another. */
  off: Partial<Record<RecipeField, number>>;
  /** Values to begin with where the automatic or default ones do nothing: SimCLR's, or as said. */
  on: Partial<Record<RecipeField, number>>;
  /** Kind of samples that it changes. */
  appliesTo: "all" | "images" | "colour";
  /** The operation of which it is a part, which decides whether it is done at all. */
  within?: OperationId;
}

/** A part of the colour jitter: a largest change, 0 for none. */
function change(id: "brightness" | "contrast" | "saturation" | "hue", most: number): Operation {
  const appliesTo = id === "saturation" || id === "hue" ? "colour" : "images";
  return { id, fields: [id], off: { [id]: 0 }, on: { [id]: most }, appliesTo, within: "jitter" };
}

/**
 * In the order in which they are done. To add one: its fields in the config and its draw (data/, kernels/), a row for each
 * field (settings/sections/augmentation.ts), words, and a line here.
 */
export const OPERATIONS: readonly Operation[] = [
  {
    id: "crop",
    fields: ["minScale", "maxScale", "maxAspect"],
    off: { minScale: 1, maxScale: 1, maxAspect: 1 },
    on: { minScale: 0.08, maxAspect: 1.33 },
    appliesTo: "images",
  },
  { id: "flip", fields: ["flip"], off: { flip: 0 }, on: { flip: 0.5 }, appliesTo: "images" },
  // SimCLR has none; small enough that a 6 stays a 6.
  { id: "rotation", fields: ["rotation"], off: { rotation: 0 }, on: { rotation: 15 }, appliesTo: "images" },
  { id: "jitter", fields: ["jitter"], off: { jitter: 0 }, on: { jitter: 0.8 }, appliesTo: "images" },
  change("brightness", 0.8),
  change("contrast", 0.8),
  change("saturation", 0.8),
  change("hue", 0.2),
  { id: "grey", fields: ["grey"], off: { grey: 0 }, on: { grey: 0.2 }, appliesTo: "colour" },
  { id: "blur", fields: ["blur", "maxBlur"], off: { blur: 0 }, on: { blur: 0.5 }, appliesTo: "images" },
  { id: "noise", fields: ["noise"], off: { noise: 0 }, on: { noise: 0.05 }, appliesTo: "all" },
  // As it was published (DeVries and Taylor, 2017): always.
  { id: "cutout", fields: ["cutout", "cutoutSide"], off: { cutout: 0 }, on: { cutout: 1 }, appliesTo: "images" },
];

const DEFAULTS: AugmentationOptions = experimentSchema.parse({}).augmentation;

/** Every operation at the values of SimCLR, which adds no noise. */
export const SIMCLR: AugmentationOptions = experimentSchema.parse({
  augmentation: { strength: 1, noise: 0 },
}).augmentation;

/** Those that change samples of a shape, [H, W, C] or [D]. */
export function operationsFor(shape: readonly number[]): readonly Operation[] {
  const kinds = shape.length < 3 ? ["all"] : shape[2] === 3 ? ["all", "images", "colour"] : ["all", "images"];
  return OPERATIONS.filter(({ appliesTo }) => kinds.includes(appliesTo));
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
