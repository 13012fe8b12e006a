import { createStore, type StoreApi } from "zustand/vanilla";
import { changesThatRestart } from "../config/diff";
import { withDataset, withEncoder } from "../config/kinds";
import { parseConfig } from "../config/parse";
import { equal, merge, setIn } from "../config/paths";
import type { ConfigError, ExperimentConfig, ExperimentInput } from "../config/schema";
import { datasetName } from "../data/sources/files";
import type { DataStore, DatasetFiles, PickedFile } from "../data/types";
import { messageOf } from "../engine/messageOf";
import { LAB_IDS } from "../labs";
import type { RunRecord } from "../record/record";
import { type History, memoryHistory } from "../storage/history";
import { type LabArchive, memoryLabs } from "../storage/labArchive";
import type { StartResult, TrainingService } from "../worker/protocol";
import { type Page, presetConfig, type UrlState } from "./address/address";
import { RunArchive } from "./archive";
import { comesFromElsewhere, needsDownload } from "./askFirst";
import { KeptFiles } from "./keptFiles";
import { Labs } from "./labs";
import { LiveRun } from "./liveRun";
import { freshState, type Notice, type PlaygroundState } from "./playgroundState";
import { newRun, type Run } from "./run";
import { Starts } from "./starts";
import type { ViewSettings } from "./view";

export interface PlaygroundOptions {
  history?: History;
  labArchive?: LabArchive;
  /** Where the training worker keeps its downloads. */
  downloads?: DataStore | undefined;
  /** Least time between two redraws while training, in milliseconds. */
  redrawInterval?: number;
  /** Time after the last change of a setting until a run that has not begun takes it over, in milliseconds. */
  settleDelay?: number;
}

const REDRAW_INTERVAL = 100;
const SETTLE_DELAY = 350;

/** The page without its face: holds the state, talks to the training service, knows nothing of React or the DOM. */
export class Playground {
  readonly store: StoreApi<PlaygroundState>;
  readonly service: TrainingService;
  /** The runs that are over. */
  readonly archive: RunArchive;
  readonly keptFiles: KeptFiles;
  readonly labs: Labs;
  private readonly starts: Starts;
  private readonly live: LiveRun;
  private nextNotice = 1;
  private nextPick = 1;

  constructor(service: TrainingService, options: PlaygroundOptions = {}) {
    const { redrawInterval = REDRAW_INTERVAL } = options;
    this.service = service;
    this.store = createStore(freshState);
    this.starts = new Starts(options.settleDelay ?? SETTLE_DELAY);
    this.archive = new RunArchive(options.history ?? memoryHistory(), {
      changed: (history) => this.store.setState({ history }),
      unavailable: (reason) => this.notify("historyUnavailable", reason),
    });
    this.keptFiles = new KeptFiles(options.downloads, (kept) => this.store.setState({ kept }));
    this.live = new LiveRun(this.store, {
      archive: this.archive,
      redrawInterval,
      failed: (reason) => this.notify("runFailed", reason),
    });
    this.labs = new Labs({
      service,
      archive: options.labArchive ?? memoryLabs(),
      slice: { read: () => this.state.labs, write: (labs) => this.store.setState({ labs }) },
      backend: () => this.state.draft.backend,
      unavailable: (reason) => this.notify("labsUnavailable", reason),
      redrawInterval,
    });
  }

  get state(): PlaygroundState {
    return this.store.getState();
  }

  /** Changes of the draft that the current run cannot take over. */
  pendingChanges(): ReturnType<typeof changesThatRestart> {
    const { run, draft, draftErrors } = this.state;
    return run && draftErrors.length === 0 ? changesThatRestart(run.config, draft) : [];
  }

  /** Shows the experiment of an address, and prepares its run if that can be done unasked. */
  async load({ presetId, config, view }: Pick<UrlState, "presetId" | "config" | "view">): Promise<boolean> {
    this.store.setState({ presetId, draft: config, draftErrors: [], view });
    return this.starts.next(async () => {
      if (await this.isAtHand()) return this.startNow();
      await this.nameDevice();
      return false;
    });
  }

  /** Shows the page of an address, with the labs' settings. */
  turnTo({ page, labs }: Pick<UrlState, "page" | "labs">): void {
    this.store.setState({ page });
    for (const id of LAB_IDS) this.labs.setConfig(id, labs[id]);
  }

  setPage(page: Page): void {
    this.store.setState({ page });
  }

  /** One setting; another kind of encoder comes with its own defaults. */
  setField(path: string, value: unknown): void {
    const { draft } = this.state;
    this.setDraft(path === "encoder.id" ? withEncoder(draft, String(value)) : setIn(draft, path, value));
  }

  /** Another kind of data at its defaults. */
  setDataset(id: string): void {
    this.setDraft(withDataset(this.state.draft, id));
  }

  setView(patch: Partial<ViewSettings>): void {
    this.store.setState({ view: { ...this.state.view, ...patch } });
  }

  /** Takes a preset's experiment into the draft, on the backend in use; a run with measurements goes on until it is restarted. */
  choosePreset(id: string): void {
    this.store.setState({ presetId: id });
    this.setDraft({ ...presetConfig(id), backend: this.state.draft.backend });
  }

  /** A preset's twist, or anything else that should be seen at once: changes the draft, restarts and plays. */
  async playWith(patch: ExperimentInput): Promise<void> {
    this.setDraft(merge(this.state.draft, patch), false);
    if (await this.restart()) await this.service.resume();
  }

  /** Shows an experiment in the Race, prepared to be played if that can be done unasked, on the backend in use. */
  async openInRace(config: ExperimentConfig): Promise<void> {
    this.store.setState({ presetId: null, page: "race" });
    this.setDraft({ ...config, backend: this.state.draft.backend }, false);
    await this.starts.next(async () => (await this.isAtHand()) && this.startNow());
  }

  setDraft(draft: ExperimentConfig, settle = true): void {
    const result = parseConfig(draft);
    this.store.setState(result.ok ? { draft: result.config, draftErrors: [] } : { draft, draftErrors: result.errors });
    this.live.relabel(this.state.draft);
    if (settle) this.settleSoon();
  }

  /** Goes back to the settings of the current run. */
  discardChanges(): void {
    const { run } = this.state;
    if (run) this.store.setState({ draft: run.config, files: run.files, draftErrors: [], presetId: run.presetId });
  }

  /** Starts over with the user's files as the data; on failure everything stays as it was. */
  loadFiles(files: PickedFile[]): Promise<boolean> {
    const name = datasetName(files.map(({ path }) => path));
    return this.loadData({ id: "files", name }, { id: this.nextPick++, files });
  }

  /** Starts over with the data at an address; on failure everything stays as it was. */
  loadUrl(url: string): Promise<boolean> {
    return this.loadData({ id: "url", url });
  }

  /** Prepares a new run of the draft, paused at step 0. One start at a time; resolves to whether it worked. */
  restart(): Promise<boolean> {
    return this.starts.next(() => this.startNow());
  }

  /** Trains the run that is there or under preparation; settings changed before its first step are taken over. */
  async play(): Promise<void> {
    if (await this.takeOver()) await this.service.resume();
  }

  /** Calls off the loading of data: that start fails, and everything stays as it was. */
  cancelLoading(): Promise<void> {
    return this.service.cancelLoading();
  }

  pause(): Promise<void> {
    return this.service.pause();
  }

  async step(n = 1): Promise<void> {
    if (await this.takeOver()) await this.service.step(n);
  }

  /** Ends the run and frees its memory; what was measured stays on the page. */
  async stop(): Promise<void> {
    await this.service.stop();
    this.live.end();
  }

  record(): RunRecord {
    return this.live.record();
  }

  notify(kind: Notice["kind"], detail: string, errors: ConfigError[] = []): void {
    const notice = { id: this.nextNotice++, kind, detail, errors };
    const others = this.state.notices.filter((other) => other.kind !== kind);
    this.store.setState({ notices: [...others, notice] });
  }

  dismiss(id: number): void {
    this.store.setState({ notices: this.state.notices.filter((notice) => notice.id !== id) });
  }

  /** Starts over with other data, to which data that is being loaded gives way. */
  private loadData(patch: { id: string; name?: string; url?: string }, files = this.state.files): Promise<boolean> {
    if (this.state.starting) void this.cancelLoading();
    return this.starts.next(() => this.startWith(patch, files));
  }

  private async startWith(patch: { id: string }, files: DatasetFiles | null): Promise<boolean> {
    const before = this.state;
    this.store.setState({ files });
    this.setDraft(merge(withDataset(before.draft, patch.id), { dataset: patch }), false);
    const { draft } = this.state;
    const ok = await this.startNow();
    if (!ok) this.takeBack(draft, before);
    return ok;
  }

  /** Puts back what was there before a draft that could not be started, as far as it was not changed meanwhile. */
  private takeBack(failed: ExperimentConfig, { draft, draftErrors, files }: PlaygroundState): void {
    this.store.setState({ files });
    if (this.state.draft === failed) this.store.setState({ draft, draftErrors });
    else if (equal(this.state.draft.dataset, failed.dataset))
      this.setDraft({ ...this.state.draft, dataset: draft.dataset });
  }

  /** Lets a run that has not begun take changed settings over. Resolves to whether there is a run to go on with. */
  private async takeOver(): Promise<boolean> {
    await this.starts.done();
    const { run } = this.state;
    const fresh = !run || (run.step === 0 && run.state === "paused");
    return !fresh || (run !== null && this.pendingChanges().length === 0) || this.restart();
  }

  /** Whether a run of the draft can be prepared without a download, which nobody should start unasked. */
  private async isAtHand(): Promise<boolean> {
    if (comesFromElsewhere(this.state)) await this.keptFiles.refresh();
    return !needsDownload(this.state);
  }

  /** Finds out what a run would compute on, where none is prepared that would tell. */
  private async nameDevice(): Promise<void> {
    try {
      this.store.setState({ environment: await this.service.environment(this.state.draft.backend) });
    } catch (error) {
      this.notify("startFailed", messageOf(error));
    }
  }

  private async startNow(): Promise<boolean> {
    const { draft, draftErrors, files, presetId } = this.state;
    if (draftErrors.length > 0) {
      this.notify("invalidConfig", "", draftErrors);
      return false;
    }
    this.store.setState({ starting: true });
    const next = newRun(draft, draft.dataset.id === "files" ? files : null, presetId);
    const result = await this.ask(next);
    if (comesFromElsewhere({ draft })) await this.keptFiles.refresh();
    this.store.setState({ starting: false, loading: null });
    if (!result.ok) {
      if (!result.cancelled) this.notify("startFailed", result.message);
      return false;
    }
    this.live.replace(next);
    this.store.setState({ notices: this.state.notices.filter((notice) => notice.kind === "invalidAddress") });
    return true;
  }

  /** Never rejects: a start that was refused for whatever reason must not stand in the way of the next. */
  private async ask(next: Run): Promise<StartResult> {
    try {
      return await this.service.start(next.config, next.files, (event) => {
        if (event.type !== "loading") this.live.hear(next, event);
        else if (this.state.starting) this.store.setState({ loading: event.share });
      });
    } catch (error) {
      return { ok: false, message: messageOf(error) };
    }
  }

  /** A run that has not begun takes changed settings over by itself. */
  private settleSoon(): void {
    this.starts.soon(async () => (await this.isAtHand()) && this.isUnsettled() && this.startNow());
  }

  /** Whether the draft is possible, and the run has not begun that lacks it. */
  private isUnsettled(): boolean {
    const { run, draft, draftErrors, files } = this.state;
    if (draftErrors.length > 0 || (draft.dataset.id === "files" && !files)) return false;
    return !run || (run.step === 0 && run.state !== "running" && this.pendingChanges().length > 0);
  }
}

export function createPlayground(service: TrainingService, options?: PlaygroundOptions): Playground {
  return new Playground(service, options);
}
