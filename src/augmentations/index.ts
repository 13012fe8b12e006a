import type { z } from "../data/zod";
import { type SettingShape, shapeOf, unitInterval } from "../settings/setting";
import { blur } from "./blur";
import { brightness } from "./color/brightness";
import { contrast } from "./color/contrast";
import { grey } from "./color/grey";
import { hue } from "./color/hue";
import { jitter } from "./color/jitter";
import { saturation } from "./color/saturation";
import { cutout } from "./cutout";
import { noise } from "./noise";
import { crop } from "./pose/crop";
import { flip } from "./pose/flip";
import { rotation } from "./pose/rotation";
import type { Augmentation, Stage } from "./types";

/**
 * Every augmentation, in the order in which they are done and shown. In the fused program a blur is done before the colors,
 * which is the same since those are linear; what is not linear stands behind the blur here.
 */
export const AUGMENTATIONS = {
  crop,
  flip,
  rotation,
  jitter,
  brightness,
  contrast,
  saturation,
  hue,
  grey,
  blur,
  noise,
  cutout,
};

type Registry = typeof AUGMENTATIONS;
export type AugmentationId = keyof Registry;

/** Some augmentations, in their order. */
export type Augmentations = readonly Augmentation[];
export const ALL: Augmentations = Object.values(AUGMENTATIONS) as unknown as Augmentations;

type Intersection<Union> = (Union extends unknown ? (member: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
/** The fields of `augmentation` in the config, apart from the strength. */
export type AugmentationFields = Intersection<Registry[AugmentationId]["fields"]>;

/** A field of `augmentation` in the config, apart from the strength. */
type AugmentationFieldName = keyof AugmentationFields;

/** How views are drawn: the config's strength and overrides, resolved into numbers. */
export type AugmentationRecipe = Record<AugmentationFieldName, number>;

/** A number that describes one view. */
export type ViewField = Registry[AugmentationId]["columns"][number];

/** Which parts of the work any view needs; the others are skipped. */
export type AugmentationWork = Intersection<
  { [I in AugmentationId]: ReturnType<Registry[I]["stage"]["work"]> }[AugmentationId]
>;

/** Zod's shape of the fields of all augmentations. */
export type AugmentationShape = { strength: z.ZodDefault<z.ZodNumber> } & SettingShape<AugmentationFields>;

/** `strength` 1 is SimCLR's recipe (arXiv 2002.05709, appendix A); a field that is given overrides it. */
export function augmentationShape(augmentations: Augmentations = ALL): AugmentationShape {
  const shapes = augmentations.map(({ fields }) => shapeOf(fields));
  return Object.assign({ strength: unitInterval.default(0.5) }, ...shapes) as AugmentationShape;
}

/** What a config says. */
export type AugmentationOptions = z.output<z.ZodObject<AugmentationShape, z.core.$strict>>;

/** Numbers of a view, in the order in which they are packed. */
export function columnsOf(augmentations: Augmentations): readonly string[] {
  return augmentations.flatMap(({ columns }) => columns);
}

export const VIEW_FIELDS = columnsOf(ALL) as readonly ViewField[];

/** Lanes of the random numbers that describe a view. */
export function lanesOf(augmentations: Augmentations): readonly number[] {
  return [...new Set(augmentations.flatMap(({ draws }) => draws?.lanes ?? []))];
}

/** The passes of some augmentations, each once, in the order of the augmentations. */
export function stagesOf(augmentations: Augmentations): readonly Stage[] {
  return [...new Set(augmentations.map(({ stage }) => stage))];
}

declare module "../i18n/message" {
  interface TextRooms {
    augmentations: { readonly [I in AugmentationId]: Record<"label" | "guide" | "summary", string> };
  }
}
