import { equal } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";
import { datasetName } from "../../data/sources/files";
import type { DatasetFiles, PickedFile } from "../../data/types";
import { EXPERIMENT } from "../../labs/parse";
import type { TrainingService } from "../../worker/protocol";
import type { Draft } from "../draft";
import type { LabData } from "../labs/labData";
import type { Labs } from "../labs/labs";
import type { PlaygroundState, PlaygroundStore } from "../playgroundState";
import { type SettingsHistory, settingsOf } from "../settingsHistory";
import type { RunStarter } from "../start/runStarter";
import type { OwnFiles } from "./ownFiles";

interface DataLoaderOptions {
  store: PlaygroundStore;
  service: TrainingService;
  draft: Draft;
  starter: RunStarter;
  settingsHistory: SettingsHistory;
  ownFiles: OwnFiles;
  labs: Labs;
  labData: LabData;
}

/**
 * Starts over with data that the user brings; where that fails, everything stays as it was. On the page of a lab that has data of
 * its own it becomes the lab's, and nothing is read before that is run.
 */
export class DataLoader {
  private readonly options: DataLoaderOptions;

  constructor(options: DataLoaderOptions) {
    this.options = options;
  }

  /** Resolves to whether it worked, as the others do. */
  loadFiles(files: PickedFile[]): Promise<boolean> {
    const name = datasetName(files.map(({ path }) => path));
    const picked = this.options.ownFiles.pick(files);
    if (this.takenByLab({ id: "files", name }, picked)) return Promise.resolve(true);
    return this.load("files", { name }, picked);
  }

  loadUrl(url: string): Promise<boolean> {
    if (this.takenByLab({ id: "url", url })) return Promise.resolve(true);
    return this.load("url", { url }, this.state.files);
  }

  /** Calls off the loading of data: that start fails. */
  cancel(): Promise<void> {
    return this.options.service.cancelLoading();
  }

  private get state(): PlaygroundState {
    return this.options.store.getState();
  }

  private takenByLab(dataset: object, files: DatasetFiles | null = null): boolean {
    const { labs, labData } = this.options;
    const id = labData.taker;
    if (!id) return false;
    if (files) labData.bring(files);
    labs.setField(id, `${EXPERIMENT}.dataset`, dataset);
    return true;
  }

  /** Data that is being loaded gives way. */
  private load(kind: string, fields: object, files: DatasetFiles | null): Promise<boolean> {
    if (this.state.starting) void this.cancel();
    return this.options.starter.inTurn(() => this.startWith(kind, fields, files));
  }

  private async startWith(kind: string, fields: object, files: DatasetFiles | null): Promise<boolean> {
    const { draft, starter } = this.options;
    const before = this.state;
    draft.setDataset(kind, { id: kind, ...fields }, { files });
    const attempt = this.state.draft;
    const ok = await starter.startNow();
    if (!ok) this.restore(before, attempt);
    return ok;
  }

  /** Puts back what was there before a draft that could not be started, as far as it was not changed meanwhile. */
  private restore(before: PlaygroundState, failed: ExperimentConfig): void {
    const { store, settingsHistory } = this.options;
    const { draft } = this.state;
    const { files } = before;
    if (draft === failed) settingsHistory.putBack(settingsOf(before));
    else if (equal(draft.dataset, failed.dataset))
      this.options.draft.set({ ...draft, dataset: before.draft.dataset }, { files });
    else store.setState({ files });
  }
}
