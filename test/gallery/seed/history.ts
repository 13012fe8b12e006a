import type { ExperimentInput } from "../../../src/config/schema";
import { seedNumbers } from "../../../src/config/seeds";
import { buildRecord } from "../../../src/record/build";
import { RunColumns } from "../../../src/record/columns";
import { thumbnailOf } from "../../../src/record/drawn/thumbnail";
import { type PastRun, pastRun, type Remarks, readPastRun } from "../../../src/storage/runs/pastRun";
import { readAll, type Unreadable } from "../../../src/storage/unreadable";
import { reportOfDimPictures } from "../../data/report/dimPictures";
import { ENVIRONMENT } from "../../session/fakeService";
import { rowsOf } from "./rows";
import { configOf } from "./run";

interface Past {
  preset: string;
  startedAt: string;
  note: string;
  change?: ExperimentInput;
  remarks?: Partial<Remarks>;
  steps: number;
}

const PAST: Past[] = [
  {
    preset: "vanish",
    startedAt: "2026-03-05T14:20:00.000Z",
    note: "the paper's case",
    steps: 1000,
    remarks: { name: "Baseline", tags: ["paper"], starred: true },
  },
  {
    preset: "vanish",
    startedAt: "2026-03-05T14:12:00.000Z",
    note: "",
    change: { batchSize: 32, optimizer: { learningRate: 0.01 } },
    steps: 640,
  },
  { preset: "points", startedAt: "2026-03-04T09:41:00.000Z", note: "", change: { seeds: 1 }, steps: 1000 },
];

/** Runs that are over, as the archive keeps them. */
export function pastRuns(): PastRun[] {
  return PAST.map((past, index) => {
    const { preset, note, steps, remarks = {} } = past;
    const config = configOf(preset, past.change);
    const beside = {
      id: String(index),
      ended: steps < config.steps ? ("interrupted" as const) : ("finished" as const),
      thumbnail: thumbnailOf({ config, columns: columnsOf(past) }),
    };
    return { ...pastRun(recordOf(past), preset, beside), note, columnBytes: 42_000, ...remarks };
  });
}

/** The same, of which the newest is on pictures that somebody brought. */
export function suspiciousRuns(): PastRun[] {
  const [newest, ...others] = pastRuns() as [PastRun, ...PastRun[]];
  return [{ ...newest, dataReport: reportOfDimPictures() }, ...others];
}

/** What another version has left, and what is no run at all. */
export function unreadableRuns(): Unreadable[] {
  const [run] = pastRuns() as [PastRun];
  const config = { ...run.config, arms: [...run.config.arms, { objective: "ofTomorrow" }], setting: true };
  const contents = [{ ...run, config }, { junk: true }];
  return readAll(
    contents.map((content, key) => [key, content]),
    readPastRun,
  ).unreadable;
}

function columnsOf({ preset, change, steps }: Past): RunColumns {
  const config = configOf(preset, change);
  const columns = new RunColumns(config.arms.length * config.seeds);
  for (const rows of rowsOf(config, steps)) columns.append(rows);
  return columns;
}

function recordOf(past: Past) {
  const { preset, change, startedAt, steps } = past;
  const config = configOf(preset, change);
  const columns = columnsOf(past);
  const learners = config.arms.flatMap((_, arm) =>
    seedNumbers(config).map((seed, i) => ({ arm, seed, series: columns.series(arm * config.seeds + i) })),
  );
  return buildRecord({ config, environment: ENVIRONMENT, startedAt, durationMs: 61_000, stepsDone: steps, learners });
}
