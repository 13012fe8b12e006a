import { configError } from "../../config/configError";
import type { SchemaResult } from "../../config/parseSchema";
import { equal, isRecord } from "../../config/paths";
import { seedNumbers } from "../../config/seeds";
import { say } from "../../i18n/message";
import { buildRecord } from "../../record/build";
import { columnsOfRecord } from "../../record/columns";
import { thumbnailOf } from "../../record/drawn/thumbnail";
import { layersOfRecord } from "../../record/layers";
import { stoppedOfRecord } from "../../record/learners";
import { readRecord } from "../../record/migrate";
import type { RunRecord } from "../../record/record";
import { type PastRun, pastRun } from "../../storage/runs/pastRun";
import type { RunSeries } from "../../storage/runs/series";
import { texts } from "./texts";

/** A record that comes from outside, as a run to be kept. */
export interface Imported {
  row: PastRun;
  series: RunSeries;
}

/**
 * Reads a record of this version or an earlier one.
 *
 * @param input anything
 * @returns the run, or every reason why it is none
 */
export function importedRun(input: unknown): SchemaResult<Imported> {
  const read = readRecord(completed(input));
  if (!read.ok) return read;
  const { config, learners } = read.config;
  const strange = learners.findIndex(({ arm, seed }) => !config.arms[arm] || !seedNumbers(config).includes(seed));
  if (strange >= 0) {
    const said = say(texts.strangeLearner, { arms: config.arms.length, seeds: config.seeds });
    return { ok: false, errors: [configError(`learners[${strange}]`, said)] };
  }
  return { ok: true, config: keptFrom(withSummary(read.config)) };
}

/** What a script that was exported leaves to the page: where else it did not run, and the summary over the seeds. */
function completed(input: unknown): unknown {
  if (!isRecord(input) || !isRecord(input.environment) || input.environment.backend !== "pytorch") return input;
  return { summary: {}, paired: [], ...input, environment: { ...ELSEWHERE, ...input.environment } };
}

const ELSEWHERE = { software: false, tfjs: "none", refused: [], kernels: "reference", kernelsRefused: null };

function withSummary(record: RunRecord): RunRecord {
  return Object.keys(record.summary).length > 0 ? record : buildRecord(record);
}

function keptFrom(record: RunRecord): Imported {
  const { config } = record;
  const whole = { learners: everyLearner(record) };
  const measured = {
    config,
    columns: columnsOfRecord(whole),
    layers: layersOfRecord(whole),
    stopped: stoppedOfRecord(whole),
  };
  const ended = record.stepsDone >= config.steps ? "finished" : "stopped";
  return {
    row: pastRun(record, null, { ended, thumbnail: thumbnailOf(measured) }),
    series: { ...measured, histogram: null, signal: null },
  };
}

/** The learners in the order of a run, with nothing measured of those that the record lacks. */
function everyLearner({ config, learners }: RunRecord): RunRecord["learners"] {
  return config.arms.flatMap((_, arm) =>
    seedNumbers(config).map(
      (seed) =>
        learners.find((other) => other.arm === arm && other.seed === seed) ?? { arm, seed, series: { step: [] } },
    ),
  );
}

/** Whether a run is the same one, kept or brought before. */
export function isSameRun(one: PastRun, other: PastRun): boolean {
  return one.startedAt === other.startedAt && one.stepsDone === other.stepsDone && equal(one.config, other.config);
}
