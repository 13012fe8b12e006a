import type { ExperimentConfig } from "../../config/schema";
import type { DatasetFiles } from "../../data/types";
import type { Checkpoint } from "../../export/checkpoint";
import { PlaygroundError, problem, saidOf } from "../../i18n/errors";
import { say } from "../../i18n/message";
import { configAfter } from "../../record/changes";
import { deviceName } from "../../record/environment";
import { newRunId } from "../../record/runId";
import type { RunFacts } from "../../record/soFar";
import type { TrainingService } from "../../worker/protocol";
import { inTasks } from "../../worker/tasks";
import { findFiles } from "../data/filesFor";
import type { OwnFiles } from "../data/ownFiles";
import type { LiveRun } from "../liveRun";
import { type By, refuseLocked } from "../locks/locks";
import type { Notices } from "../notices";
import type { PlaygroundStore } from "../playgroundState";
import { noteMove, type Run } from "../run";
import type { RunStarter } from "../start/runStarter";
import { checkpointCodec } from "./codec";
import { checkpointOf, runFrom } from "./document";
import { texts } from "./errors";

interface CheckpointsOptions {
  store: PlaygroundStore;
  service: TrainingService;
  live: LiveRun;
  starter: RunStarter;
  ownFiles: OwnFiles;
  notices: Notices;
}

/** Takes the run on the page as a document from which it can be gone on, and goes on from one. */
export class Checkpoints {
  private readonly options: CheckpointsOptions;

  constructor(options: CheckpointsOptions) {
    this.options = options;
  }

  /**
   * The run on the page between two of its steps; it goes on meanwhile.
   * @throws PlaygroundError without a run
   */
  async take(): Promise<Checkpoint> {
    const { service, live, store } = this.options;
    const run = live.current;
    // While another run is prepared, nobody could say which of the two answers.
    if (!run || store.getState().starting) throw new PlaygroundError(texts.noRun);
    const state = await service.stateDict();
    if (!state) throw new PlaygroundError(texts.noRun);
    return checkpointOf(run, state);
  }

  /** The same as a `.safetensors` file. */
  async save(): Promise<Blob> {
    const { checkpointBytes } = await checkpointCodec();
    return new Blob([await inTasks(checkpointBytes(await this.take()))], { type: "application/octet-stream" });
  }

  /**
   * Prepares the run of a file, paused at its step, in place of the one on the page, which is kept among the runs. It is a run of its
   * own where its beginning is kept already.
   * @returns whether it worked; the page says why not
   */
  async open(file: Blob, by: By = "visitor"): Promise<boolean> {
    try {
      return await this.restore(this.apart(await readBlob(file)), by);
    } catch (error) {
      this.options.notices.add("checkpointRefused", saidOf(error));
      return false;
    }
  }

  /**
   * Prepares the run of a checkpoint, which is handed over, under the checkpoint's id.
   * @throws PlaygroundError where the user's files that it is of are not at hand, or a visitor's run was trained otherwise than is locked
   */
  async restore(checkpoint: Checkpoint, by: By = "visitor"): Promise<boolean> {
    const files = await this.filesOf(checkpoint.config);
    const next = runFrom(checkpoint, files);
    if (by === "visitor") refuseLocked(this.options.store.getState(), configAfter(next.config, next.changes));
    return this.options.starter.inTurn(async () => {
      const isReady = await this.options.starter.prepare(next, {
        resumeFrom: checkpoint.state,
        changes: next.changes,
      });
      if (isReady) this.show(next);
      if (isReady && checkpoint.run) this.compare(checkpoint.run.environment, next);
      return isReady;
    });
  }

  /** The settings become those of the run. */
  private show({ config, presetId, files }: Run): void {
    const { store } = this.options;
    store.setState({ draft: config, draftErrors: [], presetId, unasked: false, origin: null, page: "race" });
    if (files) store.setState({ files });
  }

  /** Says where a run goes on otherwise than to the bit, also in its record. */
  private compare(before: RunFacts["environment"], run: Run): void {
    const { environment: now } = run;
    if (!now || !noteMove(run, before, now)) return;
    const said = say(texts.otherAdapter, { before: deviceName(before), now: deviceName(now) });
    this.options.notices.add("otherAdapter", said);
  }

  /** The same as a run of its own, where the run is on the page or among those that are kept. */
  apart(checkpoint: Checkpoint): Checkpoint {
    const { history } = this.options.store.getState();
    const { run } = checkpoint;
    const isThere = run && (history.some(({ id }) => id === run.id) || this.options.live.current?.id === run.id);
    return isThere ? { ...checkpoint, run: { ...run, id: newRunId(run.startedAt) } } : checkpoint;
  }

  private async filesOf(config: ExperimentConfig): Promise<DatasetFiles | null> {
    const { store, ownFiles } = this.options;
    const { dataset } = config;
    const files = await findFiles(config, store.getState().files, ownFiles);
    if (dataset.id === "files" && !files) throw problem(texts.noFiles, { name: dataset.name });
    return files;
  }
}

async function readBlob(file: Blob): Promise<Checkpoint> {
  const { readCheckpoint } = await checkpointCodec();
  return readCheckpoint(new Uint8Array(await file.arrayBuffer()));
}
