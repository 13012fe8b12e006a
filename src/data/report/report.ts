import type { Said } from "../../i18n/message";

/** What became of what a user brought, in numbers that add up: nothing is left out in silence, and nothing counted twice. */
export interface DataReport {
  /** What the samples were found in: files, arrays, columns. */
  sources: Tally[];
  /** The samples themselves. */
  samples: Tally;
  /** Where the classes come from. */
  labels: Said;
  /** Where labeled samples measure and others train: how many of each, and why. */
  bank?: Said;
  /** Where the held-out samples come from. */
  split: Said;
  /** What else was decided about the data, such as what its views are. */
  notes: Said[];
  suspicions: Suspicion[];
}

/** What a reader knows of that; the rest is known once the data set is made. */
export type ReadingReport = Partial<DataReport> & {
  /** Files that it was given and makes no use of. */
  unused?: LeftFile[];
};

/** A file that is left out. */
export interface LeftFile {
  path: string;
  why: Said;
}

export type Countable = "files" | "arrays" | "columns" | "images" | "rows";

/** How many of a kind were found: those that were taken, and those that were not, by reason. Made by `Counter`, so that they add up. */
export interface Tally {
  of: Countable;
  found: number;
  taken: number;
  left: LeftOut[];
}

export interface LeftOut {
  count: number;
  /** After the count: `2 damaged`. */
  why: Said;
  /** The first few of them. */
  names: string[];
}

/** Something about the data that may make a run say less than it seems to. */
export interface Suspicion {
  /** Tells one from another, whatever the language. */
  kind: string;
  said: Said;
}

/** Whether nothing of what was brought was left out. */
export function isAllTaken({ sources, samples }: Pick<DataReport, "sources" | "samples">): boolean {
  return [...sources, samples].every(({ left }) => left.length === 0);
}
