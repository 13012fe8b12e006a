import type { Tensor, Tensor4D } from "@tensorflow/tfjs";
import type { Words } from "../engine/random";
import type { Said } from "../i18n/message";
import type { Setting } from "../settings/setting";
import type { ViewTable } from "./viewTable";

/**
 * What an augmentation says about itself: its fields in the config, how a view is drawn, in TypeScript and in WGSL, and the
 * stage of work in which it is done. See docs/adding-an-augmentation.md.
 */

/** Some fields of a recipe, or of what was resolved from it. */
export type Numbers<F extends string = string> = Readonly<Record<F, number>>;

/** What a config gives; an optional field that is left out follows from the strength. */
type Given = Readonly<Record<string, number | undefined>>;

export interface AugmentationField extends Setting {
  /** The value of an optional field that a config leaves out. @param shape of a sample */
  automatic?(strength: number, about: { config: Given; shape: readonly number[] }): number;
}

/** How a view is drawn: what its columns are. */
export interface ViewDraws<C extends string = string> {
  /** Lanes of the random numbers: a hash makes four words in each. Augmentations may share a lane, never a word. */
  lanes: readonly number[];
  /** @param lane the four words of a lane, uniform in [0, 1) */
  values(recipe: Numbers, lane: (lane: number) => Words): Record<C, number>;
  /**
   * The same as statements in WGSL, which fill `view.<column in snake_case>` (a variable of type View). There are the words
   * of a lane, `lane_<n>: vec4u`, and the same in [0, 1), `unit_<n>: vec4f`; the functions `symmetric`, `chance` and
   * `sin_cos`; and what augmentations before this one have declared.
   */
  wgsl(recipe: Numbers): string;
  /** The same as a kernel, which gets the place of the first column before these numbers. Without one, views take the reference on WASM. */
  wasm?: WasmKernel<Numbers>;
}

/** A kernel in AssemblyScript (`*.as.ts` beside the augmentation), which gets the plan of the views (viewPlan.as.ts) first. */
interface WasmKernel<Of> {
  kernel: string;
  /** What it is given last. */
  numbers(of: Of): readonly number[];
}

export interface Augmentation<
  I extends string = string,
  F extends Readonly<Record<string, AugmentationField>> = Readonly<Record<string, AugmentationField>>,
  C extends string = string,
  W extends Work = Work,
> {
  id: I;
  label: string;
  guide: string;
  /** What it comes to, in a few characters; its arguments are the recipe's fields. */
  summary: string;
  /** Samples that it changes. */
  samples: "all" | "images" | "color";
  /** The augmentation of which it is a part, which decides whether it is done at all. */
  within?: string;
  /** Its fields of `augmentation` in the config, in their order. */
  fields: F;
  /** Values at which it does nothing; it is on where one of these fields has another. */
  off: { readonly [K in keyof F]?: number };
  /** Values to begin with where the automatic or default ones do nothing: SimCLR's, or as said. */
  on: { readonly [K in keyof F]?: number };
  /** Numbers that describe it in one view. */
  columns: readonly C[];
  /** Left out where nothing is drawn once per view. */
  draws?: ViewDraws<C>;
  stage: Stage<W>;
  /** What no single field can see; null where nothing is wrong. */
  problem?(config: Given): { field: string; said: Said } | null;
}

/** What is to be done, resolved from a recipe for samples of one shape: of all stages together. */
export type Work = Readonly<Record<string, number | boolean>>;

/** What the reference cannot do by a tensor's own methods. */
export interface ReferenceTools {
  /** Name of TensorFlow.js's backend. */
  backend: string;
  tensor(values: Float32Array, shape: number[]): Tensor;
  /** The sum of tensors of one shape. */
  sum(terms: Tensor[]): Tensor;
  /**
   * `tf.image.transform`, bilinear.
   * @param transforms eight coefficients per image
   */
  transform(x: Tensor4D, transforms: Float32Array, border: "nearest" | "reflect"): Tensor4D;
  /** Rows of a tensor. */
  gather(x: Tensor, rows: Int32Array): Tensor;
  concat(tensors: Tensor[]): Tensor;
  /** Nearly standard normal noise of each view, [views, ...shape]; empty where there is none. */
  noise: Float32Array;
}

/** [H, W, C] of an image, C at most 4. */
export type ImageShape = readonly [height: number, width: number, channels: number];

/** A step of the program that finishes views. */
export interface Step {
  functions: string;
  /** A statement before the pixels of a view. */
  prepare?: string;
  /** The expression of the changed value, from that of the value before. */
  apply(value: string): string;
}

/** The pieces that a stage has in the fused programs. */
interface StageWgsl<W extends Work = Work> {
  /** Numbers that follow from the columns, once per view instead of once per pixel: members of View, of type f32 or array. */
  members?(work: W): Readonly<Record<string, number | null>>;
  /** Statements that fill them, after all columns; names as in `ViewDraws.wgsl`. */
  derive?(recipe: Numbers, work: W, shape: ImageShape): string;
  /** `struct Place`, `place_of(view)` and `view_pixel(place, row, column)`: pixels taken from elsewhere in the image. */
  resample?(shape: ImageShape): string;
  /** `fn around(view, place, row, column) -> Pixel`: a pixel made of `view_pixel` of its neighbors. */
  neighbors?(shape: ImageShape, work: W): string;
  /** Changes a pixel of type Pixel. Whether it asks for `means[view]`, the mean grey value of the view before. */
  pixel?(work: W): Step & { readsMeans: boolean };
  /** Changes four values in a row of `view`, `group`, before they are clipped and centered to -1..1; has random numbers. */
  values?(work: W, purpose: number): Step;
  /** The same after that. */
  centered?(shape: ImageShape, work: W): Step;
}

/** A kernel that changes all views in place; it gets their address, that of its scratch where it has some, and places of columns. */
export interface StageKernel<W extends Work = Work> extends WasmKernel<W> {
  /** Columns of a view that it reads, of the first of neighbors alone; it gets their places. */
  columns: readonly string[];
  /** Numbers of memory that it needs beside the views. */
  scratch?(shape: ImageShape, work: W): number;
}

/** A pass over all views. Augmentations that can only be done together share one. */
export interface Stage<W extends Work = Work> {
  /** What a recipe asks of it; keys of its own. @param shape of a sample, [H, W, C] or [D] */
  work(recipe: Numbers, shape: readonly number[]): W;
  isNeeded(work: W): boolean;
  /** Whether it is done after values are clipped and centered to -1..1. */
  isCentered?: true;
  /** @param x [views, H, W, C], or [views, D] */
  reference(x: Tensor4D, views: ViewTable, work: W, tools: ReferenceTools): Tensor;
  wgsl: StageWgsl<W>;
  /** The kernels that do it on WASM; without any, views take the reference there. */
  wasm?(work: W): readonly StageKernel<W>[];
}

/** Fixes the types of an augmentation. */
export function defineAugmentation<
  I extends string,
  const F extends Readonly<Record<string, AugmentationField>>,
  const C extends string,
  W extends Work,
>(augmentation: Augmentation<I, F, C, W>): Augmentation<I, F, C, W> {
  return augmentation;
}
