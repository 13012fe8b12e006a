import { saidOfErrors } from "../../config/configError";
import { parseConfig } from "../../config/parse";
import type { ExperimentInput } from "../../config/schema";
import { PlaygroundError } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { newRunId } from "../../record/runId";
import type { SharedText } from "../../storage/keptText";
import type { PlaygroundStore } from "../playgroundState";
import { type KeptQueue, type QueueEntry, readQueue, writtenQueue } from "./entry";
import { EMPTY_QUEUE, isUnderWay, moved, type QueueState } from "./state";

/** What is added to the queue. */
export interface Queued {
  config: ExperimentInput;
  presetId: string | null;
  name?: string;
}

/**
 * The experiments that are lined up, the same in every tab of the browser. Every change is one of what is kept by then, and is kept at
 * once: what another tab has done meanwhile is not lost.
 */
export class Queue {
  private readonly store: PlaygroundStore;
  private readonly kept: SharedText;
  /** What was read or written last. */
  private text: string | null = null;

  constructor(store: PlaygroundStore, kept: SharedText) {
    this.store = store;
    this.kept = kept;
    store.setState({ queue: EMPTY_QUEUE });
    this.read();
    kept.listen(() => this.read());
  }

  get state(): QueueState {
    return this.store.getState().queue;
  }

  /**
   * Lines experiments up behind those that wait.
   * @throws PlaygroundError with what is wrong with the first that is none; then none is added
   */
  add(queued: readonly Queued[]): void {
    const added = queued.map(entryOf);
    this.write(({ entries }) => ({ entries: [...entries, ...added] }));
    this.change({ said: null });
  }

  /** Whether one waits, or is under way. */
  has(id: string): boolean {
    return this.state.entries.some((entry) => entry.id === id);
  }

  rename(id: string, name: string): void {
    this.update(id, { name });
  }

  /** Nothing comes before what is under way, which stays where it is. */
  move(id: string, by: number): void {
    const fixed = isUnderWay(this.state) ? 1 : 0;
    this.write(({ entries }) => ({ entries: [...entries.slice(0, fixed), ...moved(entries.slice(fixed), id, by)] }));
  }

  remove(id: string): void {
    this.write(({ entries, refused }) => ({
      entries: entries.filter((entry) => entry.id !== id),
      refused: refused.filter(({ entry }) => entry.id !== id),
    }));
  }

  clear(): void {
    const { entries, refused, unread } = EMPTY_QUEUE;
    this.write(() => ({ entries, refused, unread }));
    this.change({ isRunning: false, trained: 0, skipped: 0, said: null });
  }

  /** Lets go of what this version cannot read. */
  forgetUnread(): void {
    this.write(() => ({ unread: [] }));
  }

  /** What is known of one, changed. */
  update(id: string, patch: Partial<Pick<QueueEntry, "name" | "runId">>): void {
    this.write(({ entries }) => ({
      entries: entries.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry)),
    }));
  }

  /** One was trained to its end: it leaves the line. */
  finish(id: string): void {
    this.write(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== id) }));
    this.change({ trained: this.state.trained + 1 });
  }

  /** One could not be trained: it leaves the line. */
  refuse(entry: QueueEntry, reason: Said): void {
    this.write(({ entries, refused }) => ({
      entries: entries.filter(({ id }) => id !== entry.id),
      refused: [...refused, { entry, reason }],
    }));
    this.change({ skipped: this.state.skipped + 1 });
  }

  /** Lines one up again that could not be trained. */
  retry(id: string): void {
    this.write(({ entries, refused }) => {
      const again = refused.flatMap(({ entry }) => (entry.id === id ? { ...entry, runId: null } : []));
      return { entries: [...entries, ...again], refused: refused.filter(({ entry }) => entry.id !== id) };
    });
  }

  /** How far this page is with it. */
  change(patch: Partial<Omit<QueueState, keyof KeptQueue>>): void {
    this.store.setState({ queue: { ...this.state, ...patch } });
  }

  private write(change: (before: KeptQueue) => Partial<KeptQueue>): void {
    this.read();
    const queue = { ...this.state, ...change(this.state) };
    const text = writtenQueue(queue);
    const isKept = this.kept.write(text);
    if (isKept) this.text = text;
    this.store.setState({ queue: { ...queue, isKept } });
  }

  /** Where nothing can be kept, what is there is all there is. */
  private read(): void {
    const text = this.kept.read();
    if (text === this.text) return;
    this.text = text;
    this.store.setState({ queue: { ...this.state, ...readQueue(text) } });
  }
}

function entryOf({ config, presetId, name = "" }: Queued): QueueEntry {
  const result = parseConfig(config);
  if (!result.ok) throw new PlaygroundError(saidOfErrors(result.errors));
  return { id: newRunId(new Date().toISOString()), name, config: result.config, presetId, runId: null };
}
