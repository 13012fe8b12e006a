import { PlaygroundError, problem, saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { isFull } from "../../storage/full";
import { texts as storageTexts } from "../../storage/runs/errors";
import type { History, Removed } from "../../storage/runs/history";
import { type Ending, type PastRun, type Remarks, remarksOf } from "../../storage/runs/pastRun";
import type { Contents } from "../../storage/unreadable";
import type { Run } from "../run";
import { nextInterval } from "../saveInterval";
import { type Imported, isSameRun } from "./imported";
import { openedRun, rowOf } from "./row";
import { SaveQueue } from "./saveQueue";

/** Told of the archive: what it holds now, or why something of it cannot be had or kept. */
export interface ArchiveListener {
  changed(contents: Contents<PastRun>): void;
  unavailable(reason: Said): void;
  /** The disk is full: what was kept before is as it was. */
  full(reason: Said): void;
  /** Whatever there was no room for is kept now. */
  hasRoom(): void;
  /** These were written or deleted by this archive. */
  wrote(ids: string[]): void;
}

/** Time until the first save of a run that goes on, in milliseconds. */
const FIRST = 3_000;
/** Most of the time that saves may take. */
const MOST_SHARE = 0.05;
/** Most numbers that are saved at once, when the page goes: some ten milliseconds' work. */
const MOST_AT_ONCE = 2_000_000;

/**
 * The runs that are kept, in a history that may fail (a browser may refuse storage, a disk may be full): then it says so, and
 * goes on. Holds what the history has of light documents, so that no save has to read them all.
 */
export class RunArchive {
  private readonly history: History;
  private readonly listener: ArchiveListener;
  private readonly queue = new SaveQueue();
  private readonly saved = new WeakMap<Run, string>();
  /** Runs that were deleted: one that still goes on must not come back with its next save. */
  private readonly forgotten = new Set<IDBValidKey>();
  private contents: Contents<PastRun> = { documents: [], unreadable: [] };
  private removed: Removed[] = [];
  /** Whether the history could be read: else there may be more than is listed. */
  private isRead = true;
  /** The run of which it was said that there is no room for it: said once, and tried again with every save that is due. */
  private fullFor: string | null = null;
  private nextSave = Number.POSITIVE_INFINITY;
  private interval = FIRST;

  constructor(history: History, listener: ArchiveListener) {
    this.history = history;
    this.listener = listener;
  }

  /** Reads the history. What cannot be read now is tried again once something could be written. */
  async load(): Promise<void> {
    this.isRead = await this.attempt(async () => this.list(this.withWritten(await this.history.all())));
  }

  /** With what was written while it was being read, which may lack it. */
  private withWritten({ documents, unreadable }: Contents<PastRun>): Contents<PastRun> {
    const remarks = new Map(documents.map((run) => [run.id, remarksOf(run)]));
    const written = this.contents.documents.map((run) => ({ ...run, ...remarks.get(run.id) }));
    const others = documents.filter(({ id }) => !this.find(id) && !this.forgotten.has(id));
    return { documents: newestFirst([...written, ...others]), unreadable };
  }

  /** Reads some runs again, which another page has written or deleted. */
  async refresh(ids: readonly string[]): Promise<void> {
    await this.attempt(async () => {
      const found = await Promise.all(ids.map((id) => this.history.find(id)));
      const read = found.flatMap(({ documents }) => documents);
      for (const { id } of read) this.forgotten.delete(id);
      const { documents, unreadable } = this.without(ids);
      this.list({
        documents: newestFirst([...read, ...documents]),
        unreadable: [...unreadable, ...found.flatMap((one) => one.unreadable)],
      });
    });
  }

  /** A run begins or goes on: it is saved when it has done so for a while. */
  startClock(): void {
    this.interval = FIRST;
    this.nextSave = performance.now() + FIRST;
  }

  /** Saves a run that goes on, if it is time. */
  saveIfDue(run: Run): void {
    // A first step that took long is no reason to wait for ever.
    if (performance.now() < this.nextSave || this.isSaved(run, "interrupted")) return;
    this.nextSave = Number.POSITIVE_INFINITY;
    this.save(run, "interrupted");
  }

  /** Saves a run as it is when its turn comes, if anything was measured that is not saved yet. */
  save(run: Run, ended: Ending): void {
    if (this.isSaved(run, ended)) return;
    this.queue.request(run.id, async () => {
      const begun = performance.now();
      await this.attemptToKeep(run, ended);
      const now = performance.now();
      this.nextSave = now + nextInterval(this.interval, now - begun, MOST_SHARE);
      // What one save costs puts off the next, and none after it.
      this.interval = nextInterval(this.interval, 0, MOST_SHARE);
    });
  }

  /** Resolves when all saves that were asked for are done. */
  done(): Promise<void> {
    return this.queue.done();
  }

  /** Saves a run for a page that may be gone before anything could be finished later. */
  saveAtOnce(run: Run, ended: Ending): void {
    const numbers = run.columns.metrics().reduce((sum, metric) => sum + (run.columns.get(metric)?.length ?? 0), 0);
    if (numbers * run.columns.learners > MOST_AT_ONCE) this.save(run, ended);
    else if (!this.isSaved(run, ended)) void this.attemptToKeep(run, ended, true);
  }

  remark({ id }: Pick<PastRun, "id">, remarks: Partial<Remarks>): Promise<boolean> {
    return this.attempt(async () => {
      await this.history.remark(id, remarks);
      const documents = this.contents.documents.map((run) => (run.id === id ? { ...run, ...remarks } : run));
      this.list({ ...this.contents, documents });
      this.listener.wrote([id]);
    });
  }

  /**
   * Deletes runs, or what cannot be read as one, until one cannot be deleted. The last ones that were can be put back.
   * @returns what is deleted
   */
  async remove(keys: readonly IDBValidKey[]): Promise<IDBValidKey[]> {
    const gone: IDBValidKey[] = [];
    const removed: Removed[] = [];
    await this.attempt(async () => {
      for (const key of keys) {
        const one = await this.forget(key);
        gone.push(key);
        if (one) removed.push(one);
      }
    });
    if (gone.length === 0) return gone;
    this.removed = removed;
    // There may be room now.
    if (this.fullFor !== null) this.nextSave = performance.now();
    this.list(this.without(gone));
    this.listener.wrote(gone.filter((key) => typeof key === "string"));
    return gone;
  }

  /** No save may bring it back meanwhile. */
  private async forget(key: IDBValidKey): Promise<Removed | null> {
    this.forgotten.add(key);
    try {
      return await this.history.remove(key);
    } catch (error) {
      this.forgotten.delete(key);
      throw error;
    }
  }

  /** What was deleted last is deleted for good. */
  letGo(): void {
    this.removed = [];
  }

  /** A run has come onto the page: it is kept from now on, also where what was kept of it before was deleted. */
  welcome({ id }: Pick<Run, "id">): void {
    this.forgotten.delete(id);
  }

  /** Puts the runs back that were deleted last, as long as that did not work. One that has been saved anew since stays as it is. */
  restore(): Promise<boolean> {
    return this.attempt(async () => {
      const { removed } = this;
      const ids = removed.map(({ document }) => (document as Partial<PastRun>).id ?? "");
      for (const [i, one] of removed.entries()) if (!this.find(ids[i] ?? "")) await this.history.restore(one);
      for (const id of ids) this.forgotten.delete(id);
      if (this.removed === removed) this.removed = [];
      this.list(await this.history.all());
      this.listener.wrote(ids.filter(Boolean));
    });
  }

  /**
   * Keeps a run from outside.
   * @returns the run, or the one that is the same and was there; rejects where it cannot be kept
   */
  async import({ row, series }: Imported): Promise<{ run: PastRun; isKnown: boolean }> {
    const known = this.contents.documents.find((run) => isSameRun(run, row));
    if (known) return { run: known, isKnown: true };
    const run = await this.history.keep(row, series);
    this.put(run);
    this.listener.wrote([run.id]);
    return { run, isKnown: false };
  }

  /** The light part of a run that is kept. */
  find(id: string): PastRun | undefined {
    return this.contents.documents.find((run) => run.id === id);
  }

  /** All runs that are kept, newest first. */
  get runs(): readonly PastRun[] {
    return this.contents.documents;
  }

  /** A run as it was on the page. Rejects with the reason where it has no series, or this version cannot read them. */
  async open(id: string): Promise<Run> {
    const row = this.find(id);
    if (!row) throw problem(storageTexts.notThere, { id });
    if (row.columnBytes === null) throw new PlaygroundError(storageTexts.none);
    return openedRun(row, await this.history.series(id));
  }

  private isSaved(run: Run, ended: Ending): boolean {
    const nothing = !run.environment || run.step === 0 || this.forgotten.has(run.id);
    return nothing || this.saved.get(run) === markOf(run, ended);
  }

  private async keep(run: Run, ended: Ending, atOnce = false): Promise<void> {
    const mark = markOf(run, ended);
    const known = this.find(run.id);
    const row = { ...rowOf(run, ended), ...(known && remarksOf(known)) };
    const kept = await this.history.keep(row, run, atOnce);
    this.saved.set(run, mark);
    if (this.fullFor !== null) this.listener.hasRoom();
    this.fullFor = null;
    if (this.forgotten.has(run.id)) await this.history.remove(run.id);
    else this.put(kept);
    this.listener.wrote([run.id]);
    if (!this.isRead) await this.load();
  }

  private async attemptToKeep(run: Run, ended: Ending, atOnce = false): Promise<void> {
    try {
      await this.keep(run, ended, atOnce);
    } catch (error) {
      if (!isFull(error) || this.fullFor !== run.id) this.report(error);
      if (isFull(error)) this.fullFor = run.id;
    }
  }

  /** Lists a run in its place. What was said of it while it was being saved stays. */
  private put(run: PastRun): void {
    const before = this.find(run.id);
    const row = before ? { ...run, ...remarksOf(before) } : run;
    const { documents, unreadable } = this.without([run.id]);
    this.list({ documents: newestFirst([row, ...documents]), unreadable });
  }

  /** What there is but for some. */
  private without(keys: readonly IDBValidKey[]): Contents<PastRun> {
    return {
      documents: this.contents.documents.filter(({ id }) => !keys.includes(id)),
      unreadable: this.contents.unreadable.filter(({ key }) => !keys.includes(key)),
    };
  }

  private list(contents: Contents<PastRun>): void {
    this.contents = contents;
    this.listener.changed(contents);
  }

  /** Resolves to whether it worked. */
  private async attempt(work: () => Promise<void> | void): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.report(error);
      return false;
    }
  }

  private report(error: unknown): void {
    if (isFull(error)) this.listener.full(saidOf(error));
    else this.listener.unavailable(saidOf(error));
  }
}

/** What a save of a run would hold. Arms may get new labels and colors at any time. */
function markOf({ step, state, startConfig, changes }: Run, ended: Ending): string {
  const names = startConfig.arms.map(({ label, colour }) => [label, colour]);
  return JSON.stringify([step, state, ended, changes.length, names]);
}

function newestFirst(runs: PastRun[]): PastRun[] {
  return runs.sort((a, b) => b.startedAt.localeCompare(a.startedAt));
}
