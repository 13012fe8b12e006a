import type { DatasetFiles } from "../../data/types";
import type { Checkpoint } from "../../export/checkpoint";
import { PlaygroundError } from "../../i18n/errors";
import { changesUpTo, configAfter } from "../../record/changes";
import { environmentRecord } from "../../record/environment";
import type { StateDict } from "../../training/stateDict/types";
import { texts } from "../errors";
import { newRun, type Run, trainedMs } from "../run";

/** A run on the page as a checkpoint, and back. */

/**
 * What a run consists of at the step of its state; what was measured since then is left out.
 * @throws PlaygroundError before the run is prepared
 */
export function checkpointOf(run: Run, state: StateDict): Checkpoint {
  const { id, presetId, startedAt, startConfig, changes, environment, columns, layers } = run;
  if (!environment) throw new PlaygroundError(texts.noRecord);
  return {
    config: startConfig,
    state,
    run: {
      id,
      presetId,
      startedAt,
      durationMs: trainedMs(run),
      environment: environmentRecord(environment),
      changes: changesUpTo(changes, state.step),
      columns: columns.upTo(state.step),
      layers: layers.upTo(state.step),
    },
  };
}

/** A run as it was at the step of a checkpoint that was taken of it: what came since is left out. */
export function runAt(run: Run, { state: { step }, run: facts }: Checkpoint): Run {
  if (!facts) return run;
  const { changes, columns, layers, durationMs } = facts;
  const stopped = run.stopped.filter((learner) => learner.step <= step);
  const config = configAfter(run.startConfig, changes);
  return { ...run, config, step, changes, columns, layers, stopped, trainedMs: durationMs, runningSince: null };
}

/**
 * The run that goes on from a checkpoint, with all that was measured before. Learners that had stopped are told by its training.
 * @throws PlaygroundError where its changes are not of its experiment
 */
export function runFrom({ config, state, run }: Checkpoint, files: DatasetFiles | null): Run {
  const fresh = { ...newRun(config, files, run?.presetId ?? null), step: state.step };
  if (!run) return fresh;
  const { id, startedAt, durationMs, changes, columns, layers } = run;
  const known = { id, startedAt, trainedMs: durationMs, columns, layers };
  return { ...fresh, ...known, changes, config: configAfter(config, changes) };
}
