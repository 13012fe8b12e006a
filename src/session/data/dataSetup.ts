import { withBatchesUpTo } from "../../config/batchSizes";
import { equal } from "../../config/paths";
import { setUpFor, suits } from "../../config/presets/setup";
import type { Draft } from "../draft";
import type { PlaygroundState, PlaygroundStore, RefusedData } from "../playgroundState";
import { type SettingsHistory, settingsOf } from "../settingsHistory";
import type { RunStarter } from "../start/runStarter";

/**
 * The data that the settings were not made for: what the encoder refused, or images whose views would differ in noise alone.
 * Null where the settings suit the data that is there.
 */
export function unsuitedData({
  run,
  draft,
  refusedData,
}: Pick<PlaygroundState, "run" | "draft" | "refusedData">): RefusedData | null {
  if (refusedData) return refusedData;
  if (!run?.dataset || !equal(run.config.dataset, draft.dataset)) return null;
  const { dataset, files } = { ...run, dataset: run.config.dataset };
  const { shape } = run.dataset;
  return suits(draft, shape) ? null : { dataset, files, shape };
}

interface DataSetupOptions {
  store: PlaygroundStore;
  draft: Draft;
  starter: RunStarter;
  settingsHistory: SettingsHistory;
}

/** Sets the experiment up for what the samples of its data are, and takes that back. */
export class DataSetup {
  private readonly options: DataSetupOptions;

  constructor(options: DataSetupOptions) {
    this.options = options;
  }

  /** Starts over with settings that suit the data; where that fails, everything stays as it was. */
  apply(): Promise<boolean> {
    return this.options.starter.inTurn(async () => {
      const data = unsuitedData(this.state);
      if (!data) return false;
      const { draft, setup } = this.state;
      const before = settingsOf(this.state);
      const lent = setUpFor({ ...draft, dataset: data.dataset }, data.shape);
      this.options.draft.set(lent.config, { presetId: lent.presetId, files: data.files });
      const done = { before, after: this.state.draft, shape: data.shape };
      this.options.store.setState({ setup: done });
      if (await this.options.starter.startNow()) return true;
      this.options.store.setState({ setup });
      this.options.settingsHistory.putBack(before);
      return false;
    });
  }

  /** Starts over with the settings whose data did not fill a batch, and a smaller batch; where that fails, everything stays as it was. */
  shrinkBatch(): Promise<boolean> {
    return this.options.starter.inTurn(async () => {
      const { shortData } = this.state;
      if (!shortData) return false;
      const { config, batchSize, ...beside } = shortData;
      const before = settingsOf(this.state);
      this.options.draft.set(withBatchesUpTo(config, batchSize), beside);
      if (await this.options.starter.startNow()) return true;
      this.options.settingsHistory.putBack(before);
      return false;
    });
  }

  /** Goes back to what was there before. */
  undo(): Promise<boolean> {
    const { setup } = this.state;
    if (!setup) return Promise.resolve(false);
    this.options.store.setState({ setup: null });
    this.options.draft.restore(setup.before);
    return this.options.starter.start();
  }

  private get state(): PlaygroundState {
    return this.options.store.getState();
  }
}
