import { type DatasetOptions, loadDataset } from "./load";
import type { Dataset, DatasetFiles, LoadTools } from "./types";

/** What each data set was made from, whoever has loaded it. */
const keys = new WeakMap<Dataset, string>();

/**
 * Loads data sets, and keeps the last one: whoever asks for the same again has it at once. One at a time: the last one is
 * given up before another is loaded, so that two never lie in memory together, unless one of them is in use anyway.
 */
export class DataShelf {
  private kept: Dataset | null = null;

  /**
   * As `loadDataset`, whose data set is a function of options, seed and files alone.
   *
   * @param inUse what is in memory whether it is kept here or not: it is at hand, too, and stays so where another data set
   * cannot be loaded or used
   */
  async load(
    options: DatasetOptions,
    seed: number,
    files: DatasetFiles | null,
    tools: LoadTools = {},
    inUse: Dataset | null = null,
  ): Promise<Dataset> {
    const key = JSON.stringify([options, seed, files?.id ?? null]);
    const atHand = [this.kept, inUse].find((dataset) => dataset && keys.get(dataset) === key);
    if (this.kept !== inUse) this.clear();
    this.kept = atHand ?? (await loadDataset(options, seed, files, tools));
    keys.set(this.kept, key);
    return this.kept;
  }

  /** Gives up what is kept. */
  clear(): void {
    this.kept = null;
  }
}
