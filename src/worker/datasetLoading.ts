import type { DatasetOptions } from "../data/load";
import { DataShelf } from "../data/shelf";
import type { Dataset, DatasetFiles, LoadTools } from "../data/types";
import { ProgressReports } from "./progressReports";

/** What to load: the data of a config, from a user's files where it says so. */
export interface DatasetRequest {
  config: { dataset: DatasetOptions; seed: number };
  files: DatasetFiles | null;
}

/** Loads data, one set at a time, in such a way that it can be called off, and says how far it is. */
export class DatasetLoading {
  private readonly tools: Pick<LoadTools, "decodeImage" | "store">;
  private readonly data = new DataShelf();
  /** Calls off what is under way. */
  private underway: AbortController | null = null;

  /** @param tools what the loading may use */
  constructor(tools: Pick<LoadTools, "decodeImage" | "store">) {
    this.tools = tools;
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
    try {
      const signal = outside ? AbortSignal.any([underway.signal, outside]) : underway.signal;
      const tools = { ...this.tools, signal, onProgress: (share: number) => progress.reach(share) };
      const dataset = await this.data.load(config.dataset, config.seed, files, tools, inUse);
      progress.complete();
      return dataset;
    } finally {
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
