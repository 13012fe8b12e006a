/** One part of a data set. Values are row-major: [count, ...shape]. */
export interface Split {
  count: number;
  /** Images: bytes 0..255, [count, height, width, channels]. Points: float32, [count, dimensions]. */
  values: Uint8Array | Float32Array;
  /** Class index of each sample; null where the data has no labels. */
  labels: Uint8Array | null;
}

/** A data set in memory, ready to be put on the backend. Of the labels of `train`, only supervised arms and evaluation know. */
export interface Dataset {
  id: string;
  title: string;
  /** Shape of a sample: [height, width, channels] for images, [dimensions] for points. */
  shape: number[];
  classNames: string[];
  train: Split;
  /** Held-out samples, for evaluation and views only. */
  test: Split;
}

/** What the page shows of a data set. */
export interface DatasetSummary {
  id: string;
  title: string;
  shape: number[];
  classNames: string[];
  trainCount: number;
  testCount: number;
  labelled: boolean;
  /** Up to 64 training samples, classes in turn: bytes [count, height, width, channels], or points as floats. */
  samples: { values: Uint8Array | Float32Array; labels: Uint8Array | null; count: number };
}

/** Files that a user picked, still unread; structured-cloneable, so that the worker reads them. */
export interface DatasetFiles {
  files: File[];
}

/** What was wrong with a user's data: a message for people, naming the file. */
export class DataError extends Error {
  override name = "DataError";
}
