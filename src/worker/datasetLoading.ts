import type { ExperimentConfig } from "../config/schema";
import { DataShelf } from "../data/shelf";
import type { Dataset, DatasetFiles, LoadTools } from "../data/types";

/** Time between two reports of how far the loading is, in milliseconds. */
const REPORT_INTERVAL = 100;

/** What to load: the data of a config, from a user's files where it says so. */
interface DatasetRequest {
  config: Pick<ExperimentConfig, "dataset" | "seed">;
  files: DatasetFiles | null;
}

/** Loads the data of runs, one at a time, in such a way that it can be called off, and says how far it is. */
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
   * @throws LoadingCanceled where it was called off
   */
  async load(
    { config, files }: DatasetRequest,
    inUse: Dataset | undefined,
    report: (share: number) => void,
  ): Promise<Dataset> {
    const underway = new AbortController();
    this.underway = underway;
    const progress = new ProgressReports(report);
    try {
      const tools = { ...this.tools, signal: underway.signal, onProgress: (share: number) => progress.reach(share) };
      const dataset = await this.data.load(config.dataset, config.seed, files, tools, inUse);
      progress.complete();
      return dataset;
    } finally {
      progress.end();
      this.underway = null;
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

/** Thins out the reports of a loading. One that lasts is reported in any case, so that it is shown and can be called off. */
class ProgressReports {
  private readonly report: (share: number) => void;
  private readonly first: ReturnType<typeof setTimeout>;
  private share = 0;
  private hasReported = false;
  private reportedAt = performance.now();

  constructor(report: (share: number) => void) {
    this.report = report;
    this.first = setTimeout(() => this.send(), REPORT_INTERVAL);
  }

  reach(share: number): void {
    // All of the bytes is not yet the data set: `complete` says when that is there.
    this.share = Math.min(share, 0.99);
    if (performance.now() - this.reportedAt < REPORT_INTERVAL) return;
    clearTimeout(this.first);
    this.send();
  }

  /** Everything is there: who was told how far the loading is does not show it any longer. */
  complete(): void {
    this.share = 1;
    if (this.hasReported) this.send();
  }

  end(): void {
    clearTimeout(this.first);
  }

  private send(): void {
    this.reportedAt = performance.now();
    this.hasReported = true;
    this.report(this.share);
  }
}
