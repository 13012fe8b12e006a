import { saidOfErrors } from "../../config/configError";
import { parseConfig } from "../../config/parse";
import type { ExperimentInput } from "../../config/schema";
import { PlaygroundError } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { newRunId } from "../../record/runId";
import type { KeptText } from "../../storage/keptText";
import type { PlaygroundStore } from "../playgroundState";
import { type QueueEntry, readQueue, writtenQueue } from "./entry";
import { EMPTY_QUEUE, moved, type QueueState } from "./state";

/** What is added to the queue. */
export interface Queued {
  config: ExperimentInput;
  presetId: string | null;
  name?: string;
}

/** The experiments that are lined up. Kept with every change, those that were refused too: after a reload they wait again. */
export class Queue {
  private readonly store: PlaygroundStore;
  private readonly kept: KeptText;

  constructor(store: PlaygroundStore, kept: KeptText) {
    this.store = store;
    this.kept = kept;
    const { entries, unread } = readQueue(kept.read());
    store.setState({ queue: { ...EMPTY_QUEUE, entries, unread } });
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
    this.change({ entries: [...this.state.entries, ...added], said: null });
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
    const { entries, isRunning } = this.state;
    const fixed = isRunning ? 1 : 0;
    this.change({ entries: [...entries.slice(0, fixed), ...moved(entries.slice(fixed), id, by)] });
  }

  remove(id: string): void {
    this.change({
      entries: this.state.entries.filter((entry) => entry.id !== id),
      refused: this.state.refused.filter(({ entry }) => entry.id !== id),
    });
  }

  clear(): void {
    this.change(EMPTY_QUEUE);
  }

  /** What is known of one, changed. */
  update(id: string, patch: Partial<Pick<QueueEntry, "name" | "runId">>): void {
    this.change({ entries: this.state.entries.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry)) });
  }

  /** One could not be trained: it leaves the line. */
  refuse(entry: QueueEntry, reason: Said): void {
    const { entries, refused, skipped } = this.state;
    const others = entries.filter(({ id }) => id !== entry.id);
    this.change({ entries: others, refused: [...refused, { entry, reason }], skipped: skipped + 1 });
  }

  /** Lines one up again that could not be trained. */
  retry(id: string): void {
    const { entries, refused } = this.state;
    const again = refused.flatMap(({ entry }) => (entry.id === id ? { ...entry, runId: null } : []));
    this.change({ entries: [...entries, ...again], refused: refused.filter(({ entry }) => entry.id !== id) });
  }

  change(patch: Partial<QueueState>): void {
    const before = this.state;
    const queue = { ...before, ...patch };
    this.store.setState({ queue });
    if (queue.entries === before.entries && queue.refused === before.refused) return;
    this.kept.write(writtenQueue([...queue.entries, ...queue.refused.map(({ entry }) => entry)]));
  }
}

function entryOf({ config, presetId, name = "" }: Queued): QueueEntry {
  const result = parseConfig(config);
  if (!result.ok) throw new PlaygroundError(saidOfErrors(result.errors));
  return { id: newRunId(new Date().toISOString()), name, config: result.config, presetId, runId: null };
}
