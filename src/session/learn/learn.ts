import type { ExperimentConfig } from "../../config/schema";
import { saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import type { KeptText } from "../../storage/keptText";
import type { TrainingService } from "../../worker/protocol";
import type { GoingOn } from "../checkpoints/goingOn";
import type { Draft } from "../draft";
import type { Notices } from "../notices";
import type { PlaygroundState, PlaygroundStore } from "../playgroundState";
import { newRun, type Run } from "../run";
import type { PastRuns } from "../runs/pastRuns";
import type { RunStarter } from "../start/runStarter";
import type { ChapterId } from "./chapters";
import { type LearnState, readDone, type Trial, writeDone } from "./state";

interface LearnOptions {
  store: PlaygroundStore;
  service: TrainingService;
  starter: RunStarter;
  draft: Draft;
  runs: PastRuns;
  goingOn: GoingOn;
  notices: Notices;
  /** Where the browser keeps what is done. */
  kept: KeptText;
  /** Resolves once all that is to be kept of a run that has paused is kept. */
  settled(): Promise<void>;
}

/** An experiment of a chapter, as the reader begins it. */
export interface Experiment extends Omit<Trial, "runId"> {
  config: ExperimentConfig;
  /** What its run is called among the runs. */
  name: string;
}

/**
 * The chapters' experiments. Each is an ordinary run, kept among the runs under the chapter's name. What was on the page before is
 * paused, kept with a checkpoint, and can be gone on with; settings of the Race are left as they are.
 */
export class Learn {
  private readonly options: LearnOptions;
  /** Names of runs that are not among the kept ones yet. */
  private readonly names = new Map<string, string>();

  constructor(options: LearnOptions) {
    this.options = options;
    this.change({ done: readDone(options.kept) });
    options.store.subscribe((state, before) => {
      if (state.history !== before.history) this.nameRuns(state);
      if (state.run !== before.run) this.noteEnd(state.run);
    });
  }

  /** Turns to a chapter. */
  open(chapter: ChapterId): void {
    if (this.state.learn.chapter !== chapter) this.change({ chapter });
  }

  /** Trains the experiment of a chapter. Resolves to whether it began; the page says why not. */
  run(chapter: ChapterId, { config, name, ...tried }: Experiment): Promise<boolean> {
    const { backend, kernels, captured } = this.state.draft;
    const next = newRun({ ...config, backend, kernels, captured }, null, null);
    return this.options.starter.inTurn(async () => {
      const before = await this.setAside();
      if (!(await this.options.starter.prepare(next))) return false;
      this.names.set(next.id, name);
      this.leave(before, chapter);
      this.change({ trials: { ...this.state.learn.trials, [chapter]: { ...tried, runId: next.id } } });
      return this.play();
    });
  }

  /** Shows an experiment of a chapter in the Race, as its settings: its run where that is on the page. */
  async takeFurther(config: ExperimentConfig, from: Said): Promise<void> {
    const { store, draft, starter, runs } = this.options;
    runs.close();
    store.setState({ page: "race" });
    draft.replace(config, { presetId: null });
    store.setState({ origin: { from, page: "learn", config: this.state.draft } });
    if (!this.state.run || draft.pendingChanges().length > 0) await starter.startIfAtHand();
  }

  /** Goes back to the run that a chapter's experiment took the place of: on from where it was, or as it ended. */
  async goBack(): Promise<void> {
    const { store, goingOn, runs } = this.options;
    const { learn, checkpoints } = this.state;
    const id = learn.left;
    if (id === null) return;
    const head = checkpoints.find((one) => one.id === id);
    const isGoingOn = head !== undefined && head.step < head.steps && (await goingOn.goOn(id));
    if (!isGoingOn && !(await runs.open(id))) return;
    store.setState({ page: "race" });
    this.change({ left: null });
  }

  /** Pauses what trains, and waits until it is kept. Resolves to what somebody has trained; null where nobody has. */
  private async setAside(): Promise<Run | null> {
    if (this.state.run?.state === "running") await this.options.service.pause();
    await this.options.settled();
    const { run, unasked } = this.state;
    return run && run.step > 0 && !unasked ? run : null;
  }

  /** What was trained before is the reader's to go back to, unless it was a chapter's; behind its curves only the chapter's own are drawn. */
  private leave(before: Run | null, chapter: ChapterId): void {
    const { trials, left } = this.state.learn;
    const isOfChapters = Object.values(trials).some(({ runId }) => runId === before?.id);
    this.change({ left: before && !isOfChapters ? before.id : left });
    if (trials[chapter]?.runId !== before?.id)
      this.options.store.setState({ overlay: { ...this.state.overlay, ghost: null } });
  }

  private async play(): Promise<boolean> {
    try {
      await this.options.service.resume();
      return true;
    } catch (error) {
      this.options.notices.add("runFailed", saidOf(error));
      return false;
    }
  }

  private nameRuns({ history }: PlaygroundState): void {
    for (const { id } of history) {
      const name = this.names.get(id);
      if (name === undefined) continue;
      this.names.delete(id);
      void this.options.runs.archive.remark({ id }, { name });
    }
  }

  private noteEnd(run: Run | null): void {
    if (run?.state !== "finished") return;
    const { trials, done } = this.state.learn;
    const ended = Object.entries(trials).find(([, { runId }]) => runId === run.id)?.[0] as ChapterId | undefined;
    if (!ended || done.includes(ended)) return;
    const all = [...done, ended];
    writeDone(this.options.kept, all);
    this.change({ done: all });
  }

  private change(patch: Partial<LearnState>): void {
    const { learn } = this.state;
    this.options.store.setState({ learn: { ...learn, ...patch } });
  }

  private get state(): PlaygroundState {
    return this.options.store.getState();
  }
}
