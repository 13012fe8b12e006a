import { type Checkpoint, readCheckpoint, writeCheckpoint } from "../../export/checkpoint";
import { problem, saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { configAfter } from "../../record/changes";
import {
  type CheckpointBytes,
  type CheckpointHead,
  type CheckpointStore,
  outlived,
} from "../../storage/checkpoints/checkpointStore";
import type { PlaygroundStore } from "../playgroundState";
import type { RunClaims } from "./claims";
import { texts } from "./errors";

interface KeptCheckpointsOptions {
  store: PlaygroundStore;
  kept: CheckpointStore;
  claims: RunClaims;
  /** Told why none can be kept. */
  failed(reason: Said): void;
  /** Told that something changed that other pages have as well. */
  wrote(): void;
}

/** The checkpoints that this browser keeps: of the last runs, and of those that are starred. */
export class KeptCheckpoints {
  private readonly options: KeptCheckpointsOptions;
  private hasFailed = false;

  constructor(options: KeptCheckpointsOptions) {
    this.options = options;
  }

  /** Looks up what there is. */
  async refresh(): Promise<CheckpointHead[]> {
    const { kept, store } = this.options;
    const checkpoints = (await this.attempt(() => kept.heads())) ?? [];
    store.setState({ checkpoints });
    return checkpoints;
  }

  /** Keeps a run as it is, in place of what was kept of it; what can no longer be kept is said once, and the run goes on. */
  async keep(checkpoint: Checkpoint, isOpen: boolean): Promise<void> {
    const { run } = checkpoint;
    if (!run) return;
    const { id, presetId, startedAt, environment } = run;
    const { config, state } = checkpoint;
    const savedAt = new Date().toISOString();
    const { steps } = configAfter(config, run.changes);
    const head = { id, presetId, startedAt, savedAt, step: state.step, steps, environment, isOpen };
    const bytes = writeCheckpoint(checkpoint);
    await this.change(() => this.write(head, bytes));
  }

  /** The run is over, or was given up for another: it is not offered any more. */
  async close(id: string): Promise<void> {
    const head = this.options.store.getState().checkpoints.find((other) => other.id === id);
    if (!head?.isOpen) return;
    await this.change(() => this.options.kept.writeHead({ ...head, isOpen: false }));
  }

  /** @throws PlaygroundError where there is none of that run, or it is damaged */
  async read(id: string): Promise<Checkpoint> {
    const bytes = await this.options.kept.read(id);
    if (!bytes) throw problem(texts.notKept, { id });
    return readCheckpoint(bytes);
  }

  /** The file of that run's checkpoint, with its step; null where there is none. */
  async file(id: string): Promise<{ bytes: CheckpointBytes; step: number } | null> {
    const head = this.options.store.getState().checkpoints.find((other) => other.id === id);
    const bytes = head && (await this.options.kept.read(id));
    return head && bytes ? { bytes, step: head.step } : null;
  }

  async remove(id: string): Promise<void> {
    await this.change(() => this.options.kept.remove(id));
  }

  private async change(work: () => Promise<void>): Promise<void> {
    await this.attempt(work);
    this.options.wrote();
    await this.refresh();
  }

  /** Where there is no room, all others give way first. */
  private async write(head: CheckpointHead, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const { kept } = this.options;
    const others = (await kept.heads()).filter(({ id }) => id !== head.id);
    const spared = await this.sparedOf(others);
    const isSpared = (id: string) => spared.includes(id);
    try {
      await kept.write(head, bytes);
    } catch (error) {
      if (!isFull(error)) throw error;
      await this.drop(others.flatMap(({ id }) => (isSpared(id) ? [] : id)));
      await kept.write(head, bytes);
    }
    await this.drop(outlived([head, ...others], isSpared));
    this.hasFailed = false;
  }

  /** Runs that are starred, or that another tab has under way: theirs give way to none. */
  private async sparedOf(heads: readonly CheckpointHead[]): Promise<string[]> {
    const { store, claims } = this.options;
    const claimed = await Promise.all(heads.map(({ id }) => claims.isClaimed(id)));
    const { history } = store.getState();
    const starred = history.flatMap((run) => (run.starred ? run.id : []));
    return [...starred, ...heads.flatMap(({ id }, i) => (claimed[i] ? id : []))];
  }

  private async drop(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.options.kept.remove(id);
  }

  /** Resolves to null where the store fails. */
  private async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!this.hasFailed) this.options.failed(saidOf(error));
      this.hasFailed = true;
      return null;
    }
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
