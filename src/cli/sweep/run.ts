import { setImmediate } from "node:timers/promises";
import { DataShelf } from "../../data/shelf";
import { say } from "../../i18n/message";
import { translate } from "../../i18n/translate";
import { documentOf, placesOf, type SweepDocument, type SweepSource } from "../../labs/sweep/document";
import { type Cell, cellsOf } from "../../labs/sweep/grid";
import { measureAlone } from "../../labs/sweep/measure";
import { missingOf } from "../../labs/sweep/resume";
import type { SweepRow } from "../../labs/sweep/schema";
import { cellsOfShard, shardName } from "../../labs/sweep/shards";
import type { LabContext } from "../../labs/types";
import { deviceName, type Environment, environmentRecord, haveSameNumbers } from "../../record/environment";
import { INTERRUPTED, listenForInterrupt } from "../interrupt";
import { startBackend } from "../nodeBackend";
import { decodeInNode } from "../pictures";
import type { RunCommand } from "./arguments";
import { cellName } from "./cellNames";
import { earlierDocument, writeDocument } from "./documentFile";
import { cellProgress } from "./progress";
import { texts } from "./texts";

/**
 * Measures the cells of a shard that its file lacks, each by itself, and writes the file after each.
 *
 * @returns the exit status
 * @throws PlaygroundError where the file is of something else, or the backend cannot be had; else what broke a cell
 */
export async function run(command: RunCommand): Promise<number> {
  const { sweep, shard, out, backend } = command;
  const cells = cellsOfShard(cellsOf(sweep), shard);
  const before = earlierDocument(command);
  const total = cells.length;
  if (before && missingOf(cells, before.rows).length === 0) {
    console.error(translate(say(texts.complete, { file: out, total })));
    return 0;
  }
  const environment = await startBackend({ backend, kernels: sweep.base.kernels });
  const controller = new AbortController();
  // From the first line on, Ctrl+C stops in good order.
  listenForInterrupt(() => {
    console.error(translate(texts.stopping));
    controller.abort();
  });
  announce(command, environment, total);
  if (before)
    announceResuming(before, environment, { file: out, done: total - missingOf(cells, before.rows).length, total });
  const part = new Part(command, environment, before);
  const isOver = await measured(command, cells, part, { environment, signal: controller.signal });
  if (isOver) return 0;
  const done = total - missingOf(cells, part.rows).length;
  console.error(translate(say(texts.stopped, { file: out, done, total })));
  return INTERRUPTED;
}

type Conditions = Pick<LabContext<SweepRow>, "environment" | "signal">;

/** @returns false where it was interrupted */
async function measured({ sweep }: RunCommand, cells: Cell[], part: Part, conditions: Conditions): Promise<boolean> {
  const { signal } = conditions;
  const shelf = new DataShelf();
  const progress = cellProgress(cells.length);
  try {
    await measureAlone(sweep, cells, {
      ...conditions,
      load: (options, seed) => shelf.load(options, seed, null, { signal, decodeImage: decodeInNode }),
      resumeFrom: part.rows,
      emit: (rows) => {
        const [row] = rows;
        if (!row) return;
        part.add(rows);
        progress.over(cellName(sweep, row), row.problem);
      },
      progress: progress.at,
      checkpoint: async () => {
        // Signals arrive between turns of the event loop.
        await setImmediate();
        signal.throwIfAborted();
      },
    });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    progress.end();
  }
}

/** What the file holds: what was there before, and what is measured now. */
class Part {
  rows: SweepRow[];
  private readonly command: RunCommand;
  private readonly earlier: readonly SweepSource[];
  private readonly source: SweepSource;
  private readonly began = performance.now();

  constructor(command: RunCommand, environment: Environment, before: SweepDocument | null) {
    this.command = command;
    this.rows = before?.rows ?? [];
    this.earlier = (before?.sources ?? []).filter(({ cells }) => cells.length > 0);
    const startedAt = new Date().toISOString();
    const { shard } = command;
    this.source = { shard, cells: [], environment: environmentRecord(environment), startedAt, durationMs: 0 };
    // Where it cannot be written, that is to be found out before the first cell.
    this.write();
  }

  /** Takes in the rows of a cell, and writes the file. */
  add(rows: readonly SweepRow[]): void {
    this.rows = [...this.rows, ...rows];
    this.source.cells.push(...placesOf(this.command.sweep, rows));
    this.source.durationMs = performance.now() - this.began;
    this.write();
  }

  private write(): void {
    const { sweep, shard, out } = this.command;
    writeDocument(out, documentOf(sweep, shard, this.rows, [...this.earlier, this.source]));
  }
}

function announce({ sweep, shard }: RunCommand, { backend, adapter }: Environment, cells: number): void {
  const { arms, seeds } = sweep.base;
  if (shard.count > 1)
    console.error(translate(say(texts.shard, { shard: shardName(shard), cells: cellsOf(sweep).length })));
  console.error(translate(say(texts.announcement, { backend, adapter, cells, learners: arms.length * seeds })));
}

function announceResuming(
  { sources }: SweepDocument,
  environment: Environment,
  counted: { file: string; done: number; total: number },
): void {
  console.error(translate(say(texts.resuming, counted)));
  const other = sources.find((source) => source.cells.length > 0 && !haveSameNumbers(source.environment, environment));
  if (other) console.error(translate(say(texts.elsewhere, { before: deviceName(other.environment) })));
}
