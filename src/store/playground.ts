import { createStore, type StoreApi } from "zustand/vanilla";
import type { DataStore, DatasetFiles, PickedFile, StoredFile } from "../data/types";
import { type ConfigError, datasetName, type ExperimentConfig, type ExperimentInput } from "../experiment/config";
import { LAB_IDS } from "../experiment/labs";
import { parseConfig } from "../experiment/parseConfig";
import { merge, setIn } from "../experiment/paths";
import type { Environment, RunRecord } from "../experiment/record";
import { messageOf } from "../worker/messageOf";
import type { StartResult, TrainingService } from "../worker/protocol";
import { RunArchive } from "./archive";
import { comesFromElsewhere, needsDownload } from "./askFirst";
import { changesThatRestart } from "./configDiff";
import { withDataset, withEncoder } from "./datasetKind";
import { measuredRate } from "./encoderCost";
import { type History, memoryHistory, type PastRun } from "./history";
import { KeptFiles } from "./keptFiles";
import { type LabArchive, memoryLabs } from "./labArchive";
import { freshLabs, type LabStates, Labs } from "./labs";
import { applyEvent, newRun, type Run, recordOf } from "./run";
import { createThrottle } from "./throttle";
import { type Page, presetConfig, type UrlState } from "./urlState";
import { DEFAULT_VIEW, type ViewSettings } from "./view";

/** Something that the user should know; the words are the interface's, `detail` is the message of the cause. */
export interface Notice {
  id: number;
  kind:
    | "startFailed"
    | "runFailed"
    | "workerCrashed"
    | "invalidAddress"
    | "invalidConfig"
    | "historyUnavailable"
    | "labsUnavailable";
  detail: string;
  errors: ConfigError[];
}

export interface PlaygroundState {
  page: Page;
  labs: LabStates;
  presetId: string | null;
  /** What the settings show: the experiment to come. May be invalid while `draftErrors` says why. */
  draft: ExperimentConfig;
  draftErrors: ConfigError[];
  files: DatasetFiles | null;
  /** Downloads that are kept on this device. */
  kept: StoredFile[];
  view: ViewSettings;
  run: Run | null;
  /** Counts redraws: changes when the columns of the run may have grown. */
  revision: number;
  starting: boolean;
  /** Share of the data of the run under preparation that is loaded, 0..1; null while nothing is loaded. */
  loading: number | null;
  environment: Environment | null;
  /** Multiply-accumulates per millisecond of the last run that was timed. */
  rate: number | null;
  notices: Notice[];
  history: PastRun[];
}

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
  private readonly settleDelay: number;
  private readonly redraw;
  private settleTimer: ReturnType<typeof setTimeout> | null = null;
  private starts: Promise<boolean> = Promise.resolve(true);
  private live: Run | null = null;
  private nextNotice = 1;
  private nextPick = 1;

  constructor(service: TrainingService, options: PlaygroundOptions = {}) {
    this.service = service;
    this.archive = new RunArchive(options.history ?? memoryHistory(), {
      changed: (history) => this.store.setState({ history }),
      unavailable: (reason) => this.notify("historyUnavailable", reason),
    });
    this.keptFiles = new KeptFiles(options.downloads, (kept) => this.store.setState({ kept }));
    this.settleDelay = options.settleDelay ?? SETTLE_DELAY;
    const redrawInterval = options.redrawInterval ?? REDRAW_INTERVAL;
    this.redraw = createThrottle(() => this.publish(), redrawInterval);
    this.labs = new Labs({
      service,
      archive: options.labArchive ?? memoryLabs(),
      slice: { read: () => this.state.labs, write: (labs) => this.store.setState({ labs }) },
      backend: () => this.state.draft.backend,
      unavailable: (reason) => this.notify("labsUnavailable", reason),
      redrawInterval,
    });
    this.store = createStore<PlaygroundState>(() => ({
      page: "race",
      labs: freshLabs(),
      presetId: null,
      draft: presetConfig(null),
      draftErrors: [],
      files: null,
      kept: [],
      view: DEFAULT_VIEW,
      run: null,
      revision: 0,
      starting: false,
      loading: null,
      environment: null,
      rate: null,
      notices: [],
      history: [],
    }));
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
    if (await this.isAtHand()) return this.restart();
    await this.nameDevice();
    return false;
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
    if (await this.isAtHand()) await this.restart();
  }

  setDraft(draft: ExperimentConfig, settle = true): void {
    const result = parseConfig(draft);
    this.store.setState(result.ok ? { draft: result.config, draftErrors: [] } : { draft, draftErrors: result.errors });
    this.keepDisplayInStep();
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
    this.cancelSettling();
    this.starts = this.starts.then(() => this.startNow());
    return this.starts;
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
    if (this.live && this.live.state !== "failed") this.live.state = "finished";
    this.publish();
    this.keepLive();
  }

  record(): RunRecord {
    this.redraw.flush();
    if (!this.live) throw new Error("There is no run yet.");
    return recordOf(this.live);
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
    this.cancelSettling();
    this.starts = this.starts.then(() => this.startWith(patch, files));
    return this.starts;
  }

  private async startWith(patch: { id: string }, files: DatasetFiles | null): Promise<boolean> {
    const before = this.state;
    this.store.setState({ files });
    this.setDraft(merge(withDataset(before.draft, patch.id), { dataset: patch }), false);
    const ok = await this.startNow();
    if (!ok) this.store.setState({ draft: before.draft, draftErrors: before.draftErrors, files: before.files });
    return ok;
  }

  /** Lets a run that has not begun take changed settings over. Resolves to whether there is a run to go on with. */
  private async takeOver(): Promise<boolean> {
    await this.starts;
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
    this.keepLive();
    this.live = next;
    this.store.setState({ notices: this.state.notices.filter((notice) => notice.kind === "invalidAddress") });
    this.publish();
    return true;
  }

  /** Never rejects: a start that was refused for whatever reason must not stand in the way of the next. */
  private async ask(next: Run): Promise<StartResult> {
    try {
      return await this.service.start(next.config, next.files, (event) => {
        if (event.type === "loading") {
          if (this.state.starting) this.store.setState({ loading: event.share });
          return;
        }
        const urgent = applyEvent(next, event);
        if (next === this.live) this.show(event.type, urgent);
      });
    } catch (error) {
      return { ok: false, message: messageOf(error) };
    }
  }

  private show(type: string, urgent: boolean): void {
    if (!urgent) {
      this.redraw.request();
      return;
    }
    this.publish();
    if (type === "failed" && this.live) this.notify("runFailed", this.live.failure ?? "");
    if (this.live?.state === "finished" || this.live?.state === "failed") this.keepLive();
  }

  private keepLive(): void {
    if (this.live) void this.archive.keep(this.live);
  }

  private publish(): void {
    const run = this.live && { ...this.live };
    this.store.setState({
      run,
      revision: this.state.revision + 1,
      environment: run?.environment ?? this.state.environment,
      rate: (run && measuredRate(run)) ?? this.state.rate,
    });
  }

  /** Labels and colours of the arms do not touch the training: the run on the page takes them over. */
  private keepDisplayInStep(): void {
    const { draft } = this.state;
    if (!this.live || changesThatRestart(this.live.config, draft).some(({ path }) => path === "arms")) return;
    this.live.config = { ...this.live.config, arms: draft.arms };
    this.publish();
  }

  /** A run that has not begun takes changed settings over by itself. */
  private settleSoon(): void {
    this.cancelSettling();
    this.settleTimer = setTimeout(() => void this.settle(), this.settleDelay);
  }

  private async settle(): Promise<void> {
    if (!(await this.isAtHand())) return;
    const { run, draft, draftErrors, files } = this.state;
    if (draft.dataset.id === "files" && !files) return;
    const untouched = !run || (run.step === 0 && run.state !== "running");
    if (untouched && draftErrors.length === 0 && (!run || this.pendingChanges().length > 0)) void this.restart();
  }

  private cancelSettling(): void {
    if (this.settleTimer !== null) clearTimeout(this.settleTimer);
    this.settleTimer = null;
  }
}

export function createPlayground(service: TrainingService, options?: PlaygroundOptions): Playground {
  return new Playground(service, options);
}
