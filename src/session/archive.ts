import { saidOf } from "../i18n/errors";
import type { Said } from "../i18n/message";
import type { History } from "../storage/history";
import { type PastRun, pastRun } from "../storage/pastRun";
import type { Contents } from "../storage/unreadable";
import { type Run, recordOf } from "./run";

/** Told of the archive: what it holds now, or why it cannot be had. */
export interface ArchiveListener {
  changed(contents: Contents<PastRun>): void;
  unavailable(reason: Said): void;
}

/** The runs that are over, in a history that may fail (a browser may refuse storage): then it says so, and goes on. */
export class RunArchive {
  private readonly history: History;
  private readonly listener: ArchiveListener;
  private readonly kept = new WeakSet<Run>();

  constructor(history: History, listener: ArchiveListener) {
    this.history = history;
    this.listener = listener;
  }

  /** Reads the history. */
  load(): Promise<void> {
    return this.change(async () => undefined);
  }

  /** Adds a run to the history, once, if anything was measured. */
  async add(run: Run): Promise<void> {
    if (!run.environment || run.step === 0 || this.kept.has(run)) return;
    this.kept.add(run);
    const past = pastRun(recordOf(run), run.presetId, run.id);
    await this.change(() => this.history.put(past));
  }

  annotate({ id }: PastRun, note: string): Promise<void> {
    return this.change(() => this.history.annotate(id, note));
  }

  /** Deletes a run, or what cannot be read as one. */
  remove(key: IDBValidKey): Promise<void> {
    return this.change(() => this.history.remove(key));
  }

  private async change(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.listener.changed(await this.history.all());
    } catch (error) {
      this.listener.unavailable(saidOf(error));
    }
  }
}
