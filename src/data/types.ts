import type { Said } from "../i18n/message";
import type { Outline } from "./interpretation/outline";
import type { DataReport } from "./report/report";

/** One part of a data set. Values are row-major: [count, ...shape]. */
export interface Split {
  count: number;
  /** Images: bytes 0..255, [count, height, width, channels]. Points: float32, [count, dimensions]. */
  values: Uint8Array | Float32Array;
  /** Where samples come in pairs: what the second view of each is made of, in the form of `values`. Points only. */
  second?: Float32Array;
  /** Class index of each sample; null where the data has no labels. */
  labels: Uint8Array | null;
  /** Where each sample stood in what was read, from 0; absent where that is its place here. */
  origin?: Int32Array;
}

/** A data set in memory, ready to be put on the backend. Of labels, only supervised arms and evaluation know. */
export interface Dataset {
  id: string;
  title: Said;
  /** Shape of a sample: [height, width, channels] for images, [dimensions] for points. */
  shape: number[];
  classNames: string[];
  train: Split;
  /**
   * Labeled samples that evaluation learns from (kNN's memory bank, the probe, fine-tuning), where those that train have no
   * labels; absent where evaluation takes them from `train` (`bankOf`). Nothing is pretrained on them.
   */
  bank?: Split;
  /** Held-out samples, for evaluation and views only. */
  test: Split;
  /** What became of what a user brought; absent where the data was made here. */
  report?: DataReport;
  /** What was taken for what, where that can be changed. */
  outline?: Outline;
}

/** Mean and standard deviation, one of each per channel (or dimension). */
export interface ChannelStatistics {
  mean: number[];
  deviation: number[];
}

/** What the page shows of a data set. */
export interface DatasetSummary extends Pick<Dataset, "id" | "title" | "shape" | "classNames" | "report" | "outline"> {
  trainCount: number;
  testCount: number;
  /** Whether evaluation has labels to learn from. */
  labeled: boolean;
  /** Samples of each class that evaluation learns from (`bankOf`), by its index; null without labels. `test` is null where the held-out samples have none. */
  classCounts: { bank: number[]; test: number[] | null } | null;
  /** Of the training split. */
  statistics: ChannelStatistics;
  /** Some training samples, classes in turn. */
  samples: ShownSamples;
  /** Where labeled samples of their own measure: how many, and some of them, classes in turn. */
  bank?: { count: number; samples: ShownSamples };
}

/** Copies of a few samples: bytes [count, height, width, channels], or points as floats. */
export type ShownSamples = Pick<Split, "values" | "labels" | "count">;

/** A file, and where it lies in the folder that was picked: `set/ant/1.png`; its name where it was picked by itself. */
export interface PickedFile {
  file: File;
  path: string;
}

/** Files that a user picked, still unread; structured-cloneable, so that the worker reads them. */
export interface DatasetFiles {
  /** Tells one pick from another: names and sizes do not. */
  id: number;
  files: PickedFile[];
}

/** Files of a user's own that this device keeps, under the name that a config has for them. */
export interface OwnFileSet {
  name: string;
  /** Files, and their bytes in all. */
  count: number;
  size: number;
}

/** Keeps files of a user's own between visits. */
export interface OwnFilesStore {
  list(): Promise<OwnFileSet[]>;
  /** Null where they are not kept. */
  read(name: string): Promise<PickedFile[] | null>;
  /** @throws when there is no room */
  write(set: OwnFileSet, files: readonly PickedFile[]): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Told the share of the work that is done, 0..1. */
export type Progress = (share: number) => void;

/** Pixels of an image, row-major [height, width, 4], red, green, blue, opacity, 0..255, or 0..65535 of 16 bits. */
export interface Pixels {
  height: number;
  width: number;
  data: Uint8Array | Uint8ClampedArray | Uint16Array;
  /** [height, width] of the image, where it came reduced. */
  reducedFrom?: [number, number];
  /** Whether this is the first of several frames. */
  moves?: boolean;
}

/** Decodes a PNG, JPEG or WebP image; rejects when it is damaged. Large images may come reduced. */
export type DecodeImage = (encoded: Blob) => Promise<Pixels>;

/** What loading a data set may use, all of it optional. */
export interface LoadTools {
  /** Calls the loading off: it rejects with the signal's reason. */
  signal?: AbortSignal;
  onProgress?: Progress;
  /** For encoded images; browsers have one (canvasDecoder.ts), Node does not. */
  decodeImage?: DecodeImage;
  /** Where downloads are kept. */
  store?: DataStore;
}

/** A download that is kept on the device. */
export interface StoredFile {
  url: string;
  /** Bytes. */
  size: number;
}

/** Keeps downloads between visits. */
export interface DataStore {
  /** Null where it is not kept. */
  read(url: string): Promise<Blob | null>;
  /** @throws when there is no room */
  write(url: string, content: Blob): Promise<void>;
  list(): Promise<StoredFile[]>;
  remove(url: string): Promise<void>;
}
