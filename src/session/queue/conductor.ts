import { saidOf } from "../../i18n/errors";
import { type Said, say } from "../../i18n/message";
import type { TrainingService } from "../../worker/protocol";
import type { RunClaims } from "../checkpoints/claims";
import type { GoingOn } from "../checkpoints/goingOn";
import { findFiles } from "../data/filesFor";
import type { OwnFiles } from "../data/ownFiles";
import type { Draft } from "../draft";
import type { PlaygroundState, PlaygroundStore } from "../playgroundState";
import { newRun, type Run } from "../run";
import type { RunStarter } from "../start/runStarter";
import type { Tabs } from "../tabs/tabs";
import type { QueueEntry } from "./entry";
import type { Queue } from "./queue";
import { texts } from "./texts";
import type { QueueTurn } from "./turn";

export interface ConductorOptions {
  store: PlaygroundStore;
  service: TrainingService;
  queue: Queue;
  starter: RunStarter;
  draft: Draft;
  goingOn: GoingOn;
  ownFiles: OwnFiles;
  /** Resolves once all that is to be kept of a run that is over is kept. */
  settled(): Promise<void>;
  /** Gives a kept run its name. */
  rename(runId: string, name: string): Promise<unknown>;
  turn: QueueTurn;
  tabs: Tabs;
  claims: Pick<RunClaims, "isClaimed">;
}

/** How the run of an experiment began, or why it did not. */
type Beginning = { runId: string } | { reason: Said };
/** What became of it: it is over, it broke, it was taken out of the queue, or another one has its place. */
type End = "over" | "broken" | "withdrawn" | "replaced";

/**
 * Trains the experiments of the queue one after the other, each to its end. One that cannot be trained is left out, with its reason. A
 * pause is a pause of the run that is under way; whoever starts another run has the queue wait.
 */
export class Conductor {
  private readonly options: ConductorOptions;

  constructor(options: ConductorOptions) {
    this.options = options;
    options.queue.change({ isGuarded: options.turn.isGuarded });
    options.tabs.listen(({ kind }) => {
      if (kind === "queue") void this.look();
    });
  }

  /** Looks whether another tab trains the queue, and if so, until it does no more. */
  async look(): Promise<void> {
    const { queue, turn } = this.options;
    if (queue.state.isElsewhere || !(await turn.isTaken())) return;
    queue.change({ isElsewhere: true });
    await turn.free();
    queue.change({ isElsewhere: false });
  }

  /** Starts with the first one, or goes on with it. Resolves when the queue is through, or waits; what stops it otherwise is said. */
  async start(): Promise<void> {
    const { queue, turn, tabs } = this.options;
    if (queue.state.isRunning || queue.state.entries.length === 0) return;
    // A lesson says how far its page trains, and what is predicted before.
    if (this.state.lesson.shown) return queue.change({ said: texts.lesson });
    queue.change({ isRunning: true, trained: 0, skipped: 0, said: null });
    const giveBack = await turn.take();
    if (!giveBack) {
      queue.change({ isRunning: false, said: texts.elsewhere });
      return this.look();
    }
    tabs.tell({ kind: "queue" });
    try {
      for (let entry = this.next(); entry; entry = this.next()) await this.train(entry);
      if (queue.state.isRunning) this.end();
    } catch (error) {
      queue.change({ isRunning: false, said: saidOf(error) });
    } finally {
      giveBack();
    }
  }

  /** The run that is under way goes on by itself, without a next one. */
  stop(): void {
    this.options.queue.change({ isRunning: false });
  }

  /** Takes one out; what was trained of it so far is kept among the runs. */
  async cancel(id: string): Promise<void> {
    if (this.next()?.id === id) await this.halt();
    this.options.queue.remove(id);
  }

  async cancelAll(): Promise<void> {
    if (this.next()) await this.halt();
    this.options.queue.clear();
  }

  /** Nobody wants what is under way any more: neither its steps nor its download. */
  private async halt(): Promise<void> {
    const { service } = this.options;
    if (this.state.starting) await service.cancelLoading();
    await service.pause();
  }

  /** null where the queue does not go on. */
  private next(): QueueEntry | null {
    const { isRunning, entries } = this.options.queue.state;
    return (isRunning && entries[0]) || null;
  }

  private async train(entry: QueueEntry): Promise<void> {
    const { queue } = this.options;
    const begun = await this.begin(entry);
    if ("reason" in begun) {
      // Called off while it was prepared: nobody asks any more.
      if (this.has(entry)) queue.refuse(entry, begun.reason);
      return;
    }
    if (!queue.has(entry.id)) return this.halt();
    queue.update(entry.id, begun);
    const end = await this.endOf(entry, begun.runId);
    if (end === "over") await this.finish(entry, begun.runId);
    else if (end === "broken") queue.refuse(entry, this.state.run?.failure ?? texts.failed);
    else if (end === "replaced") queue.change({ isRunning: false, said: texts.replaced });
    // Another tab has taken it out, which cannot halt it.
    else if (!queue.has(entry.id) && this.state.run?.state === "running") await this.halt();
  }

  /** Its name may be a new one by now. */
  private async finish({ id }: QueueEntry, runId: string): Promise<void> {
    const { queue, settled, rename } = this.options;
    await settled();
    const name = queue.state.entries.find((entry) => entry.id === id)?.name;
    if (name) await rename(runId, name);
    queue.finish(id);
  }

  private end(): void {
    const { queue } = this.options;
    const { trained, skipped } = queue.state;
    queue.change({ isRunning: false, said: say(texts.through, { trained, skipped }) });
  }

  private async begin(entry: QueueEntry): Promise<Beginning> {
    try {
      if (entry.runId && (await this.options.claims.isClaimed(entry.runId))) return { reason: texts.runElsewhere };
      return (await this.goOn(entry.runId)) ?? (await this.beginAnew(entry));
    } catch (error) {
      return { reason: saidOf(error) };
    }
  }

  /** What a stop, a reload or another tab has left of its run goes on: from the page, or from its checkpoint. */
  private async goOn(runId: string | null): Promise<Beginning | null> {
    const { goingOn, service } = this.options;
    if (runId === null) return null;
    const { run, checkpoints } = this.state;
    const isThere = run?.id === runId && run.state !== "failed";
    const isKept = checkpoints.some(({ id, isOpen }) => id === runId && isOpen);
    if (!isThere && !(isKept && (await goingOn.goOn(runId)))) return null;
    if (this.state.run?.state === "paused") await service.resume();
    return { runId };
  }

  private async beginAnew({ config, presetId }: QueueEntry): Promise<Beginning> {
    const { starter, ownFiles } = this.options;
    const files = await findFiles(config, this.state.files, ownFiles);
    if (config.dataset.id === "files" && !files) return { reason: say(texts.noFiles, { name: config.dataset.name }) };
    const next = newRun(config, files, presetId);
    let reason: Said = texts.notStarted;
    const refused = (said: Said | null) => {
      reason = said ?? texts.canceled;
    };
    const isBegun = await starter.inTurn(() => this.play(next, refused));
    return isBegun ? { runId: next.id } : { reason };
  }

  /** Settings that were those of the run before become those of the next; others are somebody's, and stay. */
  private async play(next: Run, refused: (said: Said | null) => void): Promise<boolean> {
    const { starter, draft, service } = this.options;
    const follows = this.state.draftErrors.length === 0 && draft.pendingChanges().length === 0;
    if (!(await starter.prepare(next, undefined, { isBehind: true, refused }))) return false;
    if (follows) draft.discard();
    try {
      await service.resume();
      return true;
    } catch (error) {
      refused(saidOf(error));
      return false;
    }
  }

  private endOf(entry: QueueEntry, runId: string): Promise<End> {
    const { store } = this.options;
    const end = ({ run }: PlaygroundState): End | null => {
      if (!this.has(entry)) return "withdrawn";
      if (run?.id !== runId) return "replaced";
      if (run.state === "finished") return "over";
      return run.state === "failed" ? "broken" : null;
    };
    return new Promise((resolve) => {
      const look = () => {
        const reached = end(store.getState());
        if (!reached) return;
        unsubscribe();
        resolve(reached);
      };
      const unsubscribe = store.subscribe(look);
      look();
    });
  }

  /** Whether the queue goes on with it. */
  private has({ id }: QueueEntry): boolean {
    return this.next()?.id === id;
  }

  private get state(): PlaygroundState {
    return this.options.store.getState();
  }
}
