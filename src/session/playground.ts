import { createStore } from "zustand/vanilla";
import type { ConfigChange } from "../config/diff";
import type { ConfigError, ExperimentConfig, ExperimentInput } from "../config/schema";
import type { Interpretation } from "../data/interpretation/schema";
import type { PickedFile } from "../data/types";
import { saidOf } from "../i18n/errors";
import type { Said } from "../i18n/message";
import { LAB_IDS, type LabId } from "../labs";
import type { RunChange } from "../record/changes";
import type { RunRecord } from "../record/record";
import type { PastRun } from "../storage/runs/pastRun";
import type { TrainingService } from "../worker/protocol";
import type { UrlState } from "./address/address";
import { labOf, type Page } from "./address/page";
import type { AnchorChoice } from "./anchor/choice";
import type { Checkpoints } from "./checkpoints/checkpoints";
import type { GoingOn } from "./checkpoints/goingOn";
import type { DataLoader } from "./data/dataLoader";
import type { DataSetup } from "./data/dataSetup";
import { filesFor } from "./data/filesFor";
import type { KeptFiles } from "./data/keptFiles";
import type { OwnFiles } from "./data/ownFiles";
import type { Draft } from "./draft";
import type { LabSurveys } from "./labs/labSurveys";
import type { Labs } from "./labs/labs";
import type { Learn } from "./learn/learn";
import { train } from "./lesson/pace";
import type { Overlay } from "./overlay/overlay";
import { composeParts, type Parts } from "./parts";
import type { PlaygroundOptions } from "./playgroundOptions";
import {
  freshState,
  type Notice,
  type PlaygroundState,
  type PlaygroundStore,
  type RefusedData,
} from "./playgroundState";
import type { Conductor } from "./queue/conductor";
import type { Queue, Queued } from "./queue/queue";
import type { PastRuns } from "./runs/pastRuns";
import type { SettingsHistory } from "./settingsHistory";
import { draftsAnotherPreset, shownRun } from "./shown";
import type { LiveChanges } from "./start/liveChanges";
import { Tour } from "./tour/tour";
import type { ViewSettings } from "./view";

/**
 * The page without its face: one state, and everything that can be done to it. Knows nothing of React or the DOM; what
 * each call does is done by the parts that it is composed of.
 */
export class Playground {
  readonly store: PlaygroundStore;
  readonly service: TrainingService;
  /** The runs that are kept. */
  readonly runs: PastRuns;
  readonly keptFiles: KeptFiles;
  readonly ownFiles: OwnFiles;
  readonly setup: DataSetup;
  readonly labs: Labs;
  readonly surveys: LabSurveys;
  readonly learn: Learn;
  readonly tour: Tour;
  readonly anchors: AnchorChoice;
  /** Brings data, reads them again, calls that off. */
  readonly loader: DataLoader;
  readonly overlay: Overlay;
  readonly checkpoints: Checkpoints;
  readonly liveChanges: LiveChanges;
  readonly settingsHistory: SettingsHistory;
  readonly goingOn: GoingOn;
  /** Experiments that are lined up, and what trains them. */
  readonly queue: Queue;
  readonly conductor: Conductor;
  private readonly parts: Parts;

  constructor(service: TrainingService, options: PlaygroundOptions = {}) {
    this.service = service;
    this.store = createStore(freshState);
    this.parts = composeParts({ store: this.store, service, options });
    this.runs = this.parts.runs;
    this.keptFiles = this.parts.keptFiles;
    this.ownFiles = this.parts.ownFiles;
    this.setup = this.parts.setup;
    this.loader = this.parts.loader;
    this.labs = this.parts.labs;
    this.surveys = this.parts.surveys;
    this.learn = this.parts.learn;
    this.anchors = this.parts.anchors;
    this.overlay = this.parts.overlay;
    this.checkpoints = this.parts.checkpoints;
    this.liveChanges = this.parts.liveChanges;
    this.settingsHistory = this.parts.settingsHistory;
    this.goingOn = this.parts.goingOn;
    this.queue = this.parts.queue;
    this.conductor = this.parts.conductor;
    this.tour = new Tour(this);
  }

  get state(): PlaygroundState {
    return this.store.getState();
  }

  /** Shows the experiment of an address, and prepares its run if that can be done unasked. */
  load(opened: Pick<UrlState, "presetId" | "config" | "view">): Promise<boolean> {
    const loaded = this.parts.opener.load(opened);
    this.settingsHistory.begin();
    return loaded;
  }

  /** Prepares a run where the worker's file did not come. */
  tryAgain(): Promise<boolean> {
    return this.parts.starter.startIfAtHand({ nameDevice: true });
  }

  /** Shows the page of an address, with the labs' settings. */
  turnTo({ page, chapter, labs }: Pick<UrlState, "page" | "chapter" | "labs">): void {
    this.setPage(page);
    if (chapter) this.learn.open(chapter);
    for (const id of LAB_IDS) this.labs.setConfig(id, labs[id]);
  }

  setPage(page: Page): void {
    const before = this.state.page;
    this.store.setState({ page });
    // All that the labs have measured is read for it, which the Race need not wait for.
    if (labOf(page) && page !== before) void this.labs.look();
  }

  setView(patch: Partial<ViewSettings>): void {
    this.store.setState({ view: { ...this.state.view, ...patch } });
  }

  /** Opens the gallery of presets, or closes it. */
  showPresets(presetsOpen: boolean): void {
    this.store.setState({ presetsOpen });
  }

  /** Brings a setting before the user, wherever it is folded away. */
  seekSetting(path: string | null): void {
    if (path !== null) {
      this.setPage("race");
      this.setView({ settings: true });
    }
    this.store.setState({ sought: path });
  }

  /** Changes the settings; a run that has not begun takes them over soon. */
  edit(change: (draft: Draft) => void): void {
    change(this.parts.draft);
    this.parts.starter.startSoon();
  }

  /** One setting; another kind of encoder comes with its own defaults. */
  setField(path: string, value: unknown): void {
    this.edit((draft) => draft.setField(path, value));
  }

  /** Another kind of data at its defaults. */
  setDataset(id: string): void {
    this.edit((draft) => draft.setDataset(id));
  }

  /** Takes a preset's experiment into the draft, on the backend in use; a run with measurements goes on until it is restarted. */
  choosePreset(id: string): void {
    this.edit((draft) => draft.choosePreset(id));
  }

  /** Takes the settings of a run that is over into the draft, as a change of that run's preset. */
  reuseSettings(past: Pick<PastRun, "presetId" | "config">): Promise<void> {
    return this.parts.opener.reuseSettings(past);
  }

  /** Lines experiments up behind those that wait: all of them, or none. @returns whether; the page says why not. */
  enqueue(queued: readonly Queued[]): boolean {
    try {
      this.queue.add(queued);
      return true;
    } catch (error) {
      this.notify("notQueued", saidOf(error));
      return false;
    }
  }

  /** Changes of the draft that the current run cannot take over. */
  pendingChanges(): ConfigChange[] {
    return this.parts.draft.pendingChanges();
  }

  /** The twist of the preset that is shown: a draft of another preset gives way to it. */
  playTwist(patch: ExperimentInput): Promise<void> {
    if (this.state.opened || draftsAnotherPreset(this.state)) this.parts.draft.discard(shownRun(this.state));
    return this.playWith(patch);
  }

  /** Anything that should be seen at once: changes the draft, restarts and plays. */
  async playWith(patch: ExperimentInput): Promise<void> {
    // Where all of it is locked, the run is not given up for nothing.
    if (this.parts.draft.patch(patch) && (await this.restart())) await train(this, Number.POSITIVE_INFINITY);
  }

  /**
   * Shows an experiment in the Race, prepared to be played if that can be done unasked, on the backend in use.
   * @param from what it was where it comes from
   */
  openInRace(config: ExperimentConfig, from: Said | null = null): Promise<void> {
    return this.parts.opener.openInRace(config, from);
  }

  /** Starts over with the user's files as the data; on failure all stays as it was. On the page of a lab with data they are its. */
  loadFiles(files: PickedFile[], said?: Interpretation): Promise<boolean> {
    return this.parts.loader.loadFiles(files, said);
  }

  /** The same with the data at an address. */
  loadUrl(url: string): Promise<boolean> {
    return this.parts.loader.loadUrl(url);
  }

  /** Other data for a lab, its settings as they suit it; files of the user's own are those of the Race, where none are given. */
  giveToLab(
    id: LabId,
    dataset: ExperimentConfig["dataset"],
    files = filesFor({ dataset }, this.state.files),
  ): Promise<boolean> {
    return this.parts.loader.giveToLab(id, dataset, files);
  }

  /** Turns to a lab with the data of the Race, or with what the settings of the Race do not take. */
  askLab(id: LabId, data?: RefusedData): Promise<boolean> {
    this.setPage(id);
    return this.giveToLab(id, data?.dataset ?? this.state.draft.dataset, data?.files);
  }

  /**
   * Prepares a new run of the draft, paused at step 0. One start at a time; resolves to whether it worked.
   * @param changes that are made at their steps, such as those of a record
   */
  restart(changes: RunChange[] = []): Promise<boolean> {
    return this.parts.starter.start(changes);
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
  play(): Promise<void> {
    return this.step(Number.POSITIVE_INFINITY);
  }

  pause(): Promise<void> {
    return this.service.pause();
  }

  async step(n = 1): Promise<void> {
    if (!(await this.parts.starter.settle())) return;
    this.store.setState({ unasked: false });
    this.runs.close();
    await train(this, n);
  }

  /** Ends the run and frees its memory; what was measured stays on the page. */
  async stop(): Promise<void> {
    await this.service.stop();
    this.parts.live.end();
  }

  record(): RunRecord {
    return this.parts.live.record();
  }

  /** Has the current run kept as it is; `atOnce` where the page is about to go. Resolves once it is, with its checkpoint. */
  keepRun(atOnce = false): Promise<void> {
    this.parts.live.keepNow(atOnce);
    if (!atOnce) this.parts.automatic.request();
    return this.parts.settled();
  }

  notify(kind: Notice["kind"], detail: Said | null, errors: ConfigError[] = []): void {
    this.parts.notices.add(kind, detail, errors);
  }

  dismiss(id: number): void {
    this.parts.notices.dismiss(id);
  }
}

export function createPlayground(service: TrainingService, options?: PlaygroundOptions): Playground {
  return new Playground(service, options);
}
