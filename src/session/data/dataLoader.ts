import { equal } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";
import type { Interpretation } from "../../data/interpretation/schema";
import { datasetName } from "../../data/sources/files";
import type { DatasetFiles, PickedFile } from "../../data/types";
import { saidOf } from "../../i18n/errors";
import type { LabId } from "../../labs";
import { EXPERIMENT } from "../../labs/parse";
import type { TrainingService } from "../../worker/protocol";
import type { Draft } from "../draft";
import type { LabData } from "../labs/labData";
import type { LabSurveys } from "../labs/labSurveys";
import type { Labs } from "../labs/labs";
import type { Notices } from "../notices";
import type { Misread, PlaygroundState, PlaygroundStore } from "../playgroundState";
import { type SettingsHistory, settingsOf } from "../settingsHistory";
import type { RunStarter } from "../start/runStarter";
import { contentOf } from "./contentOf";
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
  surveys: LabSurveys;
  notices: Notices;
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

  /**
   * Resolves to whether it worked, as the others do.
   *
   * @param said what is what in the files; what was said of others is not meant for them
   */
  async loadFiles(files: PickedFile[], said?: Interpretation): Promise<boolean> {
    const name = datasetName(files.map(({ path }) => path));
    const interpretation = said ?? this.saidOf(name);
    const picked = this.options.ownFiles.pick(files);
    const { taker } = this.options.labData;
    if (!taker) return this.load({ id: "files", name }, interpretation, picked);
    return this.giveToLab(taker, { id: "files", name, ...(said && { interpretation: said }) }, picked);
  }

  async loadUrl(url: string): Promise<boolean> {
    const { taker } = this.options.labData;
    if (!taker) return this.load({ id: "url", url }, undefined, this.state.files);
    return this.giveToLab(taker, { id: "url", url }, null);
  }

  /**
   * Makes data that of a lab, which is looked at then.
   * @param files that the data is, where it is the user's own; where one cannot be read, the lab keeps what it has
   */
  async giveToLab(id: LabId, dataset: object, files: DatasetFiles | null): Promise<boolean> {
    const { labs, labData, surveys, notices } = this.options;
    try {
      const told = files ? { ...dataset, content: await contentOf(files) } : dataset;
      if (files) labData.bring(files);
      labs.setField(id, `${EXPERIMENT}.dataset`, told);
    } catch (error) {
      notices.add("startFailed", saidOf(error));
      return false;
    }
    void surveys.receive(id);
    return true;
  }

  /** Reads the data of a run, or what could not be read, again with what was said of it. */
  interpret({ dataset, files }: Pick<Misread, "dataset" | "files">, said: Interpretation): Promise<boolean> {
    const interpretation = Object.keys(said).length > 0 ? said : undefined;
    return this.load(dataset, interpretation, files);
  }

  /** Calls off the loading of data: that start fails. */
  cancel(): Promise<void> {
    return this.options.service.cancelLoading();
  }

  private get state(): PlaygroundState {
    return this.options.store.getState();
  }

  /** What the settings say of files of a name, which may have come again. */
  private saidOf(name: string): Interpretation | undefined {
    const { dataset } = this.state.draft;
    return dataset.id === "files" && dataset.name === name ? dataset.interpretation : undefined;
  }

  /**
   * Data that is being loaded gives way.
   * @param interpretation what is said of this data; what was said of other data is not meant for it
   */
  private load(
    dataset: Record<string, unknown> & { id: string },
    interpretation: Interpretation | undefined,
    files: DatasetFiles | null,
  ): Promise<boolean> {
    if (this.state.starting) void this.cancel();
    return this.options.starter.inTurn(() => this.startWith({ ...dataset, interpretation }, files));
  }

  private async startWith(
    dataset: Record<string, unknown> & { id: string },
    files: DatasetFiles | null,
  ): Promise<boolean> {
    const { draft, starter } = this.options;
    const before = this.state;
    draft.setDataset(dataset.id, dataset, { files });
    if (this.state.draft === before.draft) return false;
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
