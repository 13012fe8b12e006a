import { verbatim } from "../../i18n/errors";
import { configAfter } from "../../record/changes";
import { thumbnailOf } from "../../record/drawn/thumbnail";
import { type Environment, environmentSchema } from "../../record/environment";
import { summaryOfRun } from "../../record/summary";
import { type Ending, type PastRun, pastRun } from "../../storage/runs/pastRun";
import type { RunSeries } from "../../storage/runs/series";
import { factsOf, newRun, type Run } from "../run";

/** A run of the page as the store keeps it, and a kept one as the page shows it. */

/**
 * The light part of a run. Its series are not walked: a run of a hundred thousand steps takes no longer than a short one.
 * @throws PlaygroundError before its environment is known
 */
export function rowOf(run: Run, ended: Ending): PastRun {
  const light = { ...factsOf(run), ...summaryOfRun(run) };
  return pastRun(light, run.presetId, { id: run.id, ended, thumbnail: thumbnailOf(run) });
}

/** How a run that is over has ended; one that is not over would be interrupted now. */
export function endingOf({ state, step, config }: Pick<Run, "state" | "step" | "config">): Ending {
  if (state !== "finished") return "interrupted";
  return step >= config.steps ? "finished" : "stopped";
}

/** A kept run in the form in which charts, verdict and exports read a run. */
export function openedRun(row: PastRun, { columns, layers, stopped, histogram, signal }: RunSeries): Run {
  return {
    ...newRun(row.config, null, row.presetId),
    config: configAfter(row.config, row.changes),
    changes: row.changes,
    id: row.id,
    startedAt: row.startedAt,
    columns,
    layers,
    stopped,
    histogram,
    signal,
    environment: environmentOf(row),
    dataReport: row.dataReport ?? null,
    step: row.stepsDone,
    stoppedEarly: row.stoppedEarly ?? null,
    state: "finished",
    trainedMs: row.durationMs,
  };
}

/** null where an earlier version asked for less. */
function environmentOf({ environment }: PastRun): Environment | null {
  const { success, data } = environmentSchema.safeParse(environment);
  if (!success) return null;
  const { refused, kernelsRefused } = data;
  return {
    ...data,
    refused: refused.map(verbatim),
    kernelsRefused: kernelsRefused === null ? null : verbatim(kernelsRefused),
  };
}
