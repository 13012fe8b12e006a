import type { Checkpoint } from "../../export/checkpoint";
import { problem, saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { configAfter } from "../../record/changes";
import {
  type CheckpointBytes,
  type CheckpointHead,
  type CheckpointStore,
  outlived,
} from "../../storage/checkpoints/checkpointStore";
import { isFull } from "../../storage/full";
import { inTasks } from "../../worker/tasks";
import type { PlaygroundStore } from "../playgroundState";
import type { RunClaims } from "./claims";
import { checkpointCodec } from "./codec";
import { texts } from "./errors";

interface KeptCheckpointsOptions {
  store: PlaygroundStore;
  kept: CheckpointStore;
  claims: RunClaims;
  /** Told why none can be kept. */
  failed(reason: Said): void;
  /** Told that they are kept again. */
  works(): void;
  /** Told that something changed that other pages have as well. */
  wrote(): void;
}

/** A checkpoint that was deleted with its run: enough to put it back. */
export interface TakenCheckpoint {
  head: CheckpointHead;
  bytes: CheckpointBytes;
  /** Whether the page offered to go on with it. */
  isOffered: boolean;
}

/** The checkpoints that this browser keeps: of the last runs, and of those that are starred. */
export class KeptCheckpoints {
  private readonly options: KeptCheckpointsOptions;
  /** Said once of each run, and tried again with every checkpoint that is due. */
  private hasFailed = false;
  private latestRun: string | null = null;

  constructor(options: KeptCheckpointsOptions) {
    this.options = options;
    // Here before a run can be cut short.
    checkpointCodec().catch((error: unknown) => console.warn(error));
  }

  /** Looks up what there is. What is there no longer is not offered either. */
  async refresh(): Promise<CheckpointHead[]> {
    const { kept, store } = this.options;
    const heads = await this.attempt(() => kept.heads());
    const checkpoints = heads ?? [];
    const { interrupted } = store.getState();
    const isGone = interrupted && heads && !heads.some(({ id }) => id === interrupted.id);
    store.setState({ checkpoints, ...(isGone && { interrupted: null }) });
    return checkpoints;
  }

  /** Keeps a run as it is, in place of what was kept of it; what can no longer be kept is said once, and the run goes on. */
  async keep(checkpoint: Checkpoint, isOpen: boolean): Promise<void> {
    const { run } = checkpoint;
    if (!run) return;
    const { id, presetId, startedAt, environment } = run;
    const { config, state } = checkpoint;
    if (this.latestRun !== id) this.hasFailed = false;
    this.latestRun = id;
    await this.change(async () => {
      const savedAt = new Date().toISOString();
      const { steps } = configAfter(config, run.changes);
      const head = { id, presetId, startedAt, savedAt, step: state.step, steps, environment, isOpen };
      const { checkpointBytes } = await checkpointCodec();
      await this.write(head, await inTasks(checkpointBytes(checkpoint)));
    });
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
    const { readCheckpoint } = await checkpointCodec();
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

  /** Deletes the checkpoints of runs that are deleted. @returns what puts them back */
  async take(ids: readonly string[]): Promise<TakenCheckpoint[]> {
    const { kept, store } = this.options;
    const { interrupted, checkpoints } = store.getState();
    const heads = checkpoints.filter(({ id }) => ids.includes(id));
    const taken: TakenCheckpoint[] = [];
    if (heads.length === 0) return taken;
    await this.change(async () => {
      for (const head of heads) {
        const bytes = await kept.read(head.id);
        await kept.remove(head.id);
        if (bytes) taken.push({ head, bytes, isOffered: head.id === interrupted?.id });
      }
    });
    return taken;
  }

  /** Where a run has a newer one, that one stays. Resolves to whether it worked. */
  async putBack(taken: readonly TakenCheckpoint[]): Promise<boolean> {
    if (taken.length === 0) return true;
    const { kept, store } = this.options;
    const isDone = await this.change(async () => {
      const there = (await kept.heads()).map(({ id }) => id);
      for (const { head, bytes } of taken) if (!there.includes(head.id)) await kept.write(head, bytes);
    });
    const { interrupted, run } = store.getState();
    const offered = taken.find(({ head, isOffered }) => isOffered && head.id !== run?.id);
    if (isDone && offered && !interrupted) store.setState({ interrupted: offered.head });
    return isDone;
  }

  /** Resolves to whether it worked. */
  private async change(work: () => Promise<void>): Promise<boolean> {
    const done = await this.attempt(async () => {
      await work();
      return true;
    });
    this.options.wrote();
    await this.refresh();
    return done ?? false;
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
    if (this.hasFailed) this.options.works();
    this.hasFailed = false;
  }

  /** Runs that are starred, that another tab has under way, or that the page offers to go on with: theirs give way to none. */
  private async sparedOf(heads: readonly CheckpointHead[]): Promise<string[]> {
    const { store, claims } = this.options;
    const claimed = await Promise.all(heads.map(({ id }) => claims.isClaimed(id)));
    const { history, interrupted } = store.getState();
    const starred = history.flatMap((run) => (run.starred ? run.id : []));
    return [
      ...starred,
      ...(interrupted ? [interrupted.id] : []),
      ...heads.flatMap(({ id }, i) => (claimed[i] ? id : [])),
    ];
  }

  private async drop(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.options.kept.remove(id);
  }

  /** Resolves to null where something fails, which is said, once. */
  async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      if (!this.hasFailed) this.options.failed(saidOf(error));
      this.hasFailed = true;
      return null;
    }
  }
}
