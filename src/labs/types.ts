import type { DatasetOptions } from "../data/load";
import type { Dataset, DatasetSummary } from "../data/types";
import type { z } from "../data/zod";
import type { Said } from "../i18n/message";
import type { Environment, EnvironmentRecord } from "../record/environment";

/**
 * A lab is a question with a measurement that answers it on the user's machine. What the page needs to know of it (its
 * settings, the shape of its rows) is a `Lab`; the measurement itself is a `Measurement`, which only the worker loads.
 */

/**
 * One measured line of a lab's table; plain JSON. A number that does not exist (NaN, infinity) is null. Curves are
 * columns of numbers by name, of one length; a table in CSV leaves them out.
 */
export type LabRow = Record<string, number | string | null | Record<string, (number | null)[]>>;

/** A lab as the page knows it. */
export interface Lab<Config = unknown, Input = unknown, Row extends LabRow = LabRow> {
  id: string;
  /** As its tab says. */
  name: string;
  /** Strict, every field with a default: `{}` is a valid config. */
  schema: z.ZodType<Config, Input>;
  /** What a row holds. Rows that were kept by an older version and do not fit any more are measured again. */
  row: z.ZodType<Row>;
  /** Fields of the config that say how the rows are shown, and not what is measured. */
  display: readonly (keyof Config & string)[];
  /** How much of its work some rows are, in the unit of its progress; absent where only the measurement knows. What counts is loaded. */
  count?(config: Config, rows: readonly Row[]): Promise<WorkCount>;
  /** Whether data that is dropped or picked on its page becomes its own (`base.dataset`), and not the Race's. */
  takesData?: boolean;
  /** The settings as they suit data that has just been brought. */
  suitTo?(config: Config, data: BroughtData): Config;
  /** Why it cannot be run on data; null where it can. */
  refuse?(config: Config, data: DatasetSummary): Said | null;
}

/** How much of a lab's work is done. */
export interface WorkCount {
  done: number;
  total: number;
}

/** What a lab makes of data, whatever its settings are. */
export type DataRules = Pick<Lab, "suitTo" | "refuse">;

/** What is known of data when it comes. */
interface BroughtData {
  /** [height, width, channels] or [dimensions]. */
  shape: readonly number[];
  /** Whether it is trained on a CPU. */
  onCpu: boolean;
}

/** What a measurement is given beside its config. */
export interface LabContext<Row extends LabRow> {
  /** Aborted when the lab is canceled. */
  signal: AbortSignal;
  /** What it is measured on: TensorFlow.js's current backend. */
  environment: Environment;
  /**
   * Loads data, of the user's own files where its settings name some; what was loaded last is at hand.
   * @throws DataError when it is missing or wrong; the signal's reason when the lab was canceled
   */
  load(options: DatasetOptions, seed: number): Promise<Dataset>;
  /** Rows of an earlier run of the same config, in the order in which they were emitted; they need no measuring. */
  resumeFrom: readonly Row[];
  /** Takes rows as soon as they are measured. */
  emit(rows: Row[]): void;
  /** Says how much of the work is done, that of the earlier run included, in a unit of the lab's own. */
  progress(done: number, total: number): void;
  /**
   * To be awaited often: lets the messages from the page in, a cancel among them.
   * @throws the signal's reason when the lab was canceled
   */
  checkpoint(): Promise<void>;
}

/**
 * Measures all rows that `resumeFrom` lacks, on the current backend, and frees what it took there, even when it is
 * canceled. The rows are a function of the config and the machine alone.
 */
export type Measurement<Config, Row extends LabRow> = (config: Config, context: LabContext<Row>) => Promise<void>;

/** What is timed on a data set before a lab is run. */
export interface TimingConditions extends Pick<LabContext<LabRow>, "environment" | "checkpoint"> {
  dataset: Dataset;
}

/**
 * Trains a few steps of what a lab would train first.
 * @returns multiply-accumulates per millisecond; null where the device cannot hold it
 */
export type SpeedTest<Config> = (config: Config, conditions: TimingConditions) => Promise<number | null>;

/** What a lab has measured: the document that its JSON export holds. */
export interface LabResult<Config = unknown, Row extends LabRow = LabRow> {
  /** The number of its shape (document.ts); absent where it is kept by the program itself. */
  schema?: number;
  lab: string;
  config: Config;
  environment: EnvironmentRecord;
  startedAt: string;
  /** Time spent measuring. */
  durationMs: number;
  /** Whether every row of the config is there; false after a cancel. */
  finished: boolean;
  rows: Row[];
}

/** Gives a lab the types of its own schemas. */
export function defineLab<const Id extends string, Config, Input, Row extends LabRow>(
  lab: Lab<Config, Input, Row> & { id: Id },
): Lab<Config, Input, Row> & { id: Id } {
  return lab;
}
