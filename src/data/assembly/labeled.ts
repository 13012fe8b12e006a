import type { Said } from "../../i18n/message";
import type { Outline } from "../interpretation/outline";
import type { Interpretation } from "../interpretation/schema";
import type { ReadingReport } from "../report/report";
import type { Split } from "../types";

/**
 * The common form into which every reader of files brings its format; from here on there is one path (assemble.ts).
 * Values are row-major, [count, ...shape].
 */
export interface LabeledSet extends Split {
  /** What messages call it: its file, most often. */
  name: string;
  kind: "images" | "features";
  /** Of a sample: [height, width, channels], with 1 (grey) or 3 (RGB) channels, or [numbers]. */
  shape: number[];
  classNames: string[];
}

/** Labeled samples that measure and do not train, where others without labels train. */
interface Bank extends LabeledSet {
  /** Why those others train (report/texts.ts, `unlabeled`). */
  reason: Said;
}

/** `test` is null where the data has no split of its own. All have the same shape and class names. */
export interface LabeledSets {
  train: LabeledSet;
  /** Where `train` has no labels. */
  bank?: Bank | null;
  test: LabeledSet | null;
  /** What the reader found, took and left out; where it says nothing, it took all there is. */
  report?: ReadingReport;
  /** What was taken for what, where that can be changed. */
  outline?: Outline | null;
}

/** How images are to be stored. */
export interface ImageWish {
  /** Both sides in pixels, 28 to 64; where it is missing, sides outside that range go to its nearer end. */
  side?: number;
  /** `keep` when left out. */
  colour?: "keep" | "grey";
}

/** What a user wants of data of their own. */
export interface DataWish extends ImageWish {
  /** Most training samples. */
  samples: number;
  /** What is what in tables and arrays; what is not said is guessed. */
  interpretation?: Interpretation;
}

/** Most classes: a label is a byte. */
export const MOST_CLASSES = 256;
/** Largest memory that one part of a data set may take up while it is read: 512 MiB, three times CIFAR's 50,000 images. */
export const LARGEST_PART = 512 * 2 ** 20;

/** Names of classes that are numbered only. */
export const NUMBERED_CLASSES: string[] = Array.from({ length: MOST_CLASSES }, (_, label) => String(label));
