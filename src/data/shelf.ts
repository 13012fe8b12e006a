import { type DatasetOptions, loadDataset } from "./load";
import type { Dataset, DatasetFiles, LoadTools } from "./types";

/**
 * Loads data sets, and keeps the last one: whoever asks for the same again has it at once. One at a time: the last one is
 * given up before another is loaded, so that two never lie in memory together, unless one of them is in use anyway.
 */
export class DataShelf {
  private kept: { key: string; dataset: Dataset } | null = null;

  /**
   * As `loadDataset`, whose data set is a function of options, seed and files alone.
   *
   * @param inUse what is in memory whether it is kept here or not: it stays at hand where another data set cannot be loaded
   */
  async load(
    options: DatasetOptions,
    seed: number,
    files: DatasetFiles | null,
    tools: LoadTools = {},
    inUse: Dataset | null = null,
  ): Promise<Dataset> {
    const key = JSON.stringify([options, seed, files?.id ?? null]);
    if (this.kept?.key === key) return this.kept.dataset;
    if (this.kept?.dataset !== inUse) this.clear();
    const dataset = await loadDataset(options, seed, files, tools);
    this.kept = { key, dataset };
    return dataset;
  }

  /** Gives up what is kept. */
  clear(): void {
    this.kept = null;
  }
}
