import type { DatasetOptions } from "../data/load";
import { DataShelf } from "../data/shelf";
import type { Dataset, DatasetFiles, LoadTools } from "../data/types";
import { ProgressReports } from "./progressReports";

/** What to load: the data of a config, from a user's files where it says so. */
export interface DatasetRequest {
  config: { dataset: DatasetOptions; seed: number };
  files: DatasetFiles | null;
}

/** What the loading of data may use. */
export interface LoadingTools extends Pick<LoadTools, "decodeImage" | "store"> {
  /** Told before anything is read: a single task may last long from now on. */
  begun?: () => void;
}

/** Loads data, one set at a time, in such a way that it can be called off, and says how far it is. */
export class DatasetLoading {
  private readonly tools: LoadingTools;
  private readonly data = new DataShelf();
  /** How many are under way. */
  private loads = 0;
  /** Calls off what is under way. */
  private underway: AbortController | null = null;

  /** @param tools what the loading may use */
  constructor(tools: LoadingTools) {
    this.tools = tools;
  }

  get isUnderWay(): boolean {
    return this.loads > 0;
  }

  /**
   * @param inUse what is in memory anyway
   * @param report called with the share that is loaded, 0..1, where it lasts, from time to time; with 1 once all is there, where
   *     anything was reported before
   * @param outside calls it off as well, for a reason of its own
   * @throws LoadingCanceled where it was called off
   */
  async load(
    { config, files }: DatasetRequest,
    inUse: Dataset | undefined,
    report: (share: number) => void,
    outside?: AbortSignal,
  ): Promise<Dataset> {
    const underway = new AbortController();
    this.underway = underway;
    const progress = new ProgressReports(report);
    this.loads++;
    try {
      const signal = outside ? AbortSignal.any([underway.signal, outside]) : underway.signal;
      const { begun, ...given } = this.tools;
      begun?.();
      const tools = { ...given, signal, onProgress: (share: number) => progress.reach(share) };
      const dataset = await this.data.load(config.dataset, config.seed, files, tools, inUse);
      progress.complete();
      return dataset;
    } finally {
      this.loads--;
      progress.end();
      if (this.underway === underway) this.underway = null;
    }
  }

  cancel(): void {
    this.underway?.abort(new LoadingCanceled());
  }

  /** Forgets what was loaded. */
  clear(): void {
    this.data.clear();
  }
}

/** Why a loading that was called off has no data. */
export class LoadingCanceled extends Error {
  override name = "LoadingCanceled";
  constructor() {
    super("The loading of the data was called off.");
  }
}
