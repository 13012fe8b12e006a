import { createStore } from "zustand/vanilla";
import type { ConfigChange } from "../config/diff";
import type { ConfigError, ExperimentConfig, ExperimentInput } from "../config/schema";
import type { DatasetFiles, PickedFile } from "../data/types";
import { saidOf } from "../i18n/errors";
import type { Said } from "../i18n/message";
import { LAB_IDS, type LabId } from "../labs";
import type { RunRecord } from "../record/record";
import { memoryHistory } from "../storage/history";
import { memoryLabs } from "../storage/labArchive";
import type { PastRun } from "../storage/pastRun";
import type { StoreId } from "../storage/stores";
import type { Unreadable } from "../storage/unreadable";
import type { TrainingService } from "../worker/protocol";
import type { UrlState } from "./address/address";
import type { Page } from "./address/page";
import { AnchorChoice } from "./anchor/choice";
import { RunArchive } from "./archive";
import { DataLoader } from "./data/dataLoader";
import { DataSetup } from "./data/dataSetup";
import { filesFor, lacksFiles } from "./data/filesFor";
import { KeptFiles } from "./data/keptFiles";
import { OwnFiles } from "./data/ownFiles";
import { Draft } from "./draft";
import { LabData } from "./labs/labData";
import { LabSurveys } from "./labs/labSurveys";
import { Labs } from "./labs/labs";
import { LiveRun } from "./liveRun";
import { Notices } from "./notices";
import type { PlaygroundOptions } from "./playgroundOptions";
import {
  freshState,
  type Notice,
  type PlaygroundState,
  type PlaygroundStore,
  type RefusedData,
} from "./playgroundState";
import { RunStarter } from "./runStarter";
import { draftsAnotherPreset } from "./shown";
import { Tour } from "./tour/tour";
import type { ViewSettings } from "./view";

const REDRAW_INTERVAL = 100;
const SETTLE_DELAY = 350;

/**
 * The page without its face: one state, and everything that can be done to it. Knows nothing of React or the DOM; what
 * each call does is done by the parts that it is composed of.
 */
export class Playground {
  readonly store: PlaygroundStore;
  readonly service: TrainingService;
  /** The runs that are over. */
  readonly archive: RunArchive;
  readonly keptFiles: KeptFiles;
  readonly ownFiles: OwnFiles;
  readonly setup: DataSetup;
  readonly labs: Labs;
  readonly surveys: LabSurveys;
  readonly tour: Tour;
  readonly anchors: AnchorChoice;
  private readonly draft: Draft;
  private readonly live: LiveRun;
  private readonly notices: Notices;
  private readonly starter: RunStarter;
  private readonly loader: DataLoader;

  constructor(service: TrainingService, options: PlaygroundOptions = {}) {
    const { redrawInterval = REDRAW_INTERVAL, settleDelay = SETTLE_DELAY } = options;
    const store: PlaygroundStore = createStore(freshState);
    this.service = service;
    this.store = store;
    this.notices = new Notices(store);
    this.anchors = new AnchorChoice(store);
    this.archive = new RunArchive(options.history ?? memoryHistory(), {
      changed: ({ documents, unreadable }) => {
        store.setState({ history: documents });
        this.listUnreadable("runs", unreadable);
      },
      unavailable: (reason) => this.notify("historyUnavailable", reason),
    });
    this.keptFiles = new KeptFiles(options.downloads, (kept) => store.setState({ kept }));
    this.live = new LiveRun(store, {
      archive: this.archive,
      redrawInterval,
      failed: (reason) => this.notify("runFailed", reason),
    });
    this.draft = new Draft(store, (draft) => this.live.relabel(draft));
    const { draft, live, keptFiles, notices } = this;
    this.starter = new RunStarter({ store, service, draft, live, keptFiles, notices, settleDelay });
    this.ownFiles = new OwnFiles(options.ownFiles, {
      changed: (ownFiles) => store.setState({ ownFiles }),
      failed: (reason) => this.notify("filesNotKept", reason),
    });
    this.setup = new DataSetup({ store, draft, starter: this.starter });
    this.tour = new Tour(this);
    const labData = new LabData({ store, ownFiles: this.ownFiles });
    this.labs = new Labs({
      service,
      archive: options.labArchive ?? memoryLabs(),
      slice: { read: () => this.state.labs, write: (labs) => store.setState({ labs }) },
      backend: () => this.state.draft.backend,
      files: (config) => labData.filesOf(config),
      unavailable: (reason) => this.notify("labsUnavailable", reason),
      unreadable: (documents) => this.listUnreadable("labs", documents),
      redrawInterval,
    });
    const { starter, ownFiles, labs } = this;
    this.surveys = new LabSurveys({ store, service, labs, labData });
    this.loader = new DataLoader({ store, service, draft, starter, ownFiles, labs, labData, surveys: this.surveys });
  }

  get state(): PlaygroundState {
    return this.store.getState();
  }

  /** Shows the experiment of an address, and prepares its run if that can be done unasked. */
  async load({ presetId, config, view }: Pick<UrlState, "presetId" | "config" | "view">): Promise<boolean> {
    this.store.setState({ presetId, draft: config, draftErrors: [], view });
    await this.recallFiles();
    return this.starter.startIfAtHand({ nameDevice: true });
  }

  /** Prepares a run where the worker's file did not come. */
  tryAgain(): Promise<boolean> {
    return this.starter.startIfAtHand({ nameDevice: true });
  }

  /** Shows the page of an address, with the labs' settings. */
  turnTo({ page, labs }: Pick<UrlState, "page" | "labs">): void {
    this.setPage(page);
    for (const id of LAB_IDS) this.labs.setConfig(id, labs[id]);
  }

  setPage(page: Page): void {
    const before = this.state.page;
    this.store.setState({ page });
    // All that the labs have measured is read for it, which the Race need not wait for.
    if (page !== "race" && page !== before) void this.labs.look();
  }

  setView(patch: Partial<ViewSettings>): void {
    this.store.setState({ view: { ...this.state.view, ...patch } });
  }

  /** Opens the gallery of presets, or closes it. */
  showPresets(presetsOpen: boolean): void {
    this.store.setState({ presetsOpen });
  }

  /** One setting; another kind of encoder comes with its own defaults. */
  setField(path: string, value: unknown): void {
    this.draft.setField(path, value);
    this.starter.startSoon();
  }

  /** Another kind of data at its defaults. */
  setDataset(id: string): void {
    this.draft.setDataset(id);
    this.starter.startSoon();
  }

  setDraft(draft: ExperimentConfig): void {
    this.draft.set(draft);
    this.starter.startSoon();
  }

  /** Takes a preset's experiment into the draft, on the backend in use; a run with measurements goes on until it is restarted. */
  choosePreset(id: string): void {
    this.draft.choosePreset(id);
    this.starter.startSoon();
  }

  /**
   * Takes the settings of a run that is over into the draft, as a change of that run's preset. Files of the user's own come
   * from where they are kept; without them nothing is started.
   */
  async reuseSettings({ presetId, config }: Pick<PastRun, "presetId" | "config">): Promise<void> {
    this.store.setState({ presetId });
    this.setDraft(config);
    if (await this.recallFiles()) this.starter.startSoon();
  }

  /** Goes back to the settings of the current run. */
  discardChanges(): void {
    this.draft.discard();
  }

  /** Changes of the draft that the current run cannot take over. */
  pendingChanges(): ConfigChange[] {
    return this.draft.pendingChanges();
  }

  /** The twist of the preset that is shown: a draft of another preset gives way to it. */
  playTwist(patch: ExperimentInput): Promise<void> {
    if (draftsAnotherPreset(this.state)) this.draft.discard();
    return this.playWith(patch);
  }

  /** Anything that should be seen at once: changes the draft, restarts and plays. */
  async playWith(patch: ExperimentInput): Promise<void> {
    this.draft.patch(patch);
    if (await this.restart()) await this.service.resume();
  }

  /**
   * Shows an experiment in the Race, prepared to be played if that can be done unasked, on the backend in use.
   * @param from what it was where it comes from
   */
  async openInRace(config: ExperimentConfig, from: Said | null = null): Promise<void> {
    const { page } = this.state;
    this.store.setState({ presetId: null, page: "race" });
    this.draft.replace(config);
    this.store.setState({ origin: from && { from, page, config: this.state.draft } });
    await this.starter.startIfAtHand();
  }

  /** Starts over with the user's files as the data; on failure all stays as it was. On the page of a lab with data they are its. */
  async loadFiles(files: PickedFile[]): Promise<boolean> {
    const loaded = this.loader.loadFiles(files);
    return (await this.orNotice(loaded)) && loaded;
  }

  /** The same with the data at an address. */
  loadUrl(url: string): Promise<boolean> {
    return this.loader.loadUrl(url);
  }

  /** Other data for a lab, its settings as they suit it; files of the user's own are those of the Race. */
  giveToLab(id: LabId, dataset: ExperimentConfig["dataset"], files = this.filesOf(dataset)): Promise<boolean> {
    return this.orNotice(this.loader.giveToLab(id, dataset, files));
  }

  /** Turns to a lab with the data of the Race, its files included, or with what the settings of the Race do not take. */
  askLab(id: LabId, data: Pick<RefusedData, "dataset" | "files"> = this.raceData): Promise<boolean> {
    this.setPage(id);
    return this.giveToLab(id, data.dataset, data.files);
  }

  private get raceData() {
    const { dataset } = this.state.draft;
    return { dataset, files: this.filesOf(dataset) };
  }

  private async orNotice(work: Promise<unknown>): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (error) {
      this.notify("startFailed", saidOf(error));
      return false;
    }
  }

  private filesOf(dataset: ExperimentConfig["dataset"]): DatasetFiles | null {
    return filesFor({ dataset }, this.state.files);
  }

  /** Calls off the loading of data: that start fails, and everything stays as it was. */
  cancelLoading(): Promise<void> {
    return this.loader.cancel();
  }

  /** Prepares a new run of the draft, paused at step 0. One start at a time; resolves to whether it worked. */
  restart(): Promise<boolean> {
    return this.starter.start();
  }

  /**
   * Trains the first steps of a run that is prepared and that nobody has touched, then pauses. Until somebody plays it, it
   * counts as one that has not begun: changed settings are taken over by a new one.
   */
  async playUnasked(steps: number): Promise<void> {
    const { run, page, starting } = this.state;
    const isUntouched = page === "race" && !starting && run?.state === "paused" && run.step === 0;
    if (!isUntouched || this.pendingChanges().length > 0) return;
    this.store.setState({ unasked: true });
    await this.service.step(steps);
  }

  /** Trains the run that is there or under preparation; settings changed before its first step are taken over. */
  async play(): Promise<void> {
    if (!(await this.starter.settle())) return;
    this.store.setState({ unasked: false });
    await this.service.resume();
  }

  pause(): Promise<void> {
    return this.service.pause();
  }

  async step(n = 1): Promise<void> {
    if (!(await this.starter.settle())) return;
    this.store.setState({ unasked: false });
    await this.service.step(n);
  }

  /** Ends the run and frees its memory; what was measured stays on the page. */
  async stop(): Promise<void> {
    await this.service.stop();
    this.live.end();
  }

  record(): RunRecord {
    return this.live.record();
  }

  /** Deletes a document that cannot be read. */
  removeUnreadable(store: StoreId, { key }: Unreadable): Promise<void> {
    return store === "runs" ? this.archive.remove(key) : this.labs.remove(key);
  }

  /** Finds the files that the draft names among those that are kept, where they are not at hand. Resolves to whether it did. */
  private async recallFiles(): Promise<boolean> {
    const { dataset } = this.state.draft;
    if (dataset.id !== "files" || !lacksFiles(this.state)) return false;
    const files = await this.ownFiles.find(dataset.name);
    if (!files || this.state.draft.dataset !== dataset) return false;
    this.store.setState({ files });
    return true;
  }

  notify(kind: Notice["kind"], detail: Said | null, errors: ConfigError[] = []): void {
    this.notices.add(kind, detail, errors);
  }

  dismiss(id: number): void {
    this.notices.dismiss(id);
  }

  private listUnreadable(store: StoreId, documents: Unreadable[]): void {
    this.store.setState({ unreadable: { ...this.state.unreadable, [store]: documents } });
  }
}

export function createPlayground(service: TrainingService, options?: PlaygroundOptions): Playground {
  return new Playground(service, options);
}
