import type { ExperimentConfig } from "../../config/schema";
import type { Said } from "../../i18n/message";
import type { PastRun } from "../../storage/runs/pastRun";
import type { UrlState } from "../address/address";
import { lacksFiles } from "../data/filesFor";
import type { OwnFiles } from "../data/ownFiles";
import type { Draft } from "../draft";
import type { PlaygroundState, PlaygroundStore } from "../playgroundState";
import type { RunStarter } from "./runStarter";

interface OpenerOptions {
  store: PlaygroundStore;
  draft: Draft;
  starter: RunStarter;
  ownFiles: OwnFiles;
}

/** Opens whole experiments that come from elsewhere: an address, a run that is over, a cell of a lab. */
export class Opener {
  private readonly options: OpenerOptions;

  constructor(options: OpenerOptions) {
    this.options = options;
  }

  /** Shows the experiment of an address, and prepares its run if that can be done unasked. */
  async load({ presetId, config, view }: Pick<UrlState, "presetId" | "config" | "view">): Promise<boolean> {
    const { store, starter } = this.options;
    store.setState({ presetId, draft: config, draftErrors: [], view });
    await this.recallFiles();
    return starter.startIfAtHand({ nameDevice: true });
  }

  /**
   * Takes the settings of a run that is over into the draft, as a change of that run's preset. Files of the user's own come
   * from where they are kept; without them nothing is started.
   */
  async reuseSettings({ presetId, config }: Pick<PastRun, "presetId" | "config">): Promise<void> {
    const { draft, starter } = this.options;
    draft.set(config, { presetId });
    starter.startSoon();
    if (await this.recallFiles()) starter.startSoon();
  }

  /** Shows an experiment in the Race, on the backend in use. */
  async openInRace(config: ExperimentConfig, from: Said | null): Promise<void> {
    const { store, draft, starter } = this.options;
    const { page } = this.state;
    store.setState({ page: "race" });
    draft.replace(config, { presetId: null });
    store.setState({ origin: from && { from, page, config: this.state.draft } });
    await starter.startIfAtHand();
  }

  private get state(): PlaygroundState {
    return this.options.store.getState();
  }

  /** Finds the files that the draft names among those that are kept, where they are not at hand. Resolves to whether it did. */
  private async recallFiles(): Promise<boolean> {
    const { store, ownFiles } = this.options;
    const { dataset } = this.state.draft;
    if (dataset.id !== "files" || !lacksFiles(this.state)) return false;
    const files = await ownFiles.find(dataset.name);
    if (!files || this.state.draft.dataset !== dataset) return false;
    store.setState({ files });
    return true;
  }
}
