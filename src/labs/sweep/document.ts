import { configError } from "../../config/configError";
import { parseSchema, type SchemaResult } from "../../config/parseSchema";
import { equal } from "../../config/paths";
import { seedNumbers } from "../../config/seeds";
import { z } from "../../data/zod";
import { deviceName, type EnvironmentRecord, environmentSchema, haveSameNumbers } from "../../record/environment";
import { type LabDocument, readLabDocument } from "../document";
import { LAB_SCHEMA } from "../envelope";
import { texts } from "./errors";
import { type Cell, cellsOf, type Place, placeOf } from "./grid";
import { sweepLab } from "./lab";
import { missingOf } from "./resume";
import type { SweepConfig, SweepRow } from "./schema";
import { type Shard, WHOLE } from "./shards";

/** A sweep, or a part of one, as a file: a lab's document that also says which part it is, and what was measured where. */

const shardSchema = z
  .strictObject({ index: z.int().min(1), count: z.int().min(1) })
  .refine(({ index, count }) => index <= count);

/** Cells that one process measured; time is told here, apart from what is measured. */
const sourceSchema = z.strictObject({
  shard: shardSchema,
  /** Places in the grid, counted from 0 along x, row by row. */
  cells: z.array(z.int().min(0)),
  environment: environmentSchema,
  startedAt: z.iso.datetime(),
  durationMs: z.number().min(0),
});
export type SweepSource = z.output<typeof sourceSchema>;

const ownSchema = z.object({ shard: shardSchema.optional(), sources: z.array(sourceSchema).min(1).optional() });

export interface SweepDocument extends LabDocument<SweepConfig, SweepRow> {
  lab: "sweep";
  /** Absent where it is of all cells. */
  shard?: Shard;
  sources: SweepSource[];
}

/**
 * The document of some rows, in the order of the grid.
 *
 * @param sources of which there is one at least
 */
export function documentOf(config: SweepConfig, shard: Shard, rows: SweepRow[], sources: SweepSource[]): SweepDocument {
  const isWhole = equal(shard, WHOLE);
  const measuring = sources.filter(({ cells }) => cells.length > 0);
  const used = measuring.length > 0 ? measuring : sources;
  return {
    schema: LAB_SCHEMA,
    lab: "sweep",
    ...(isWhole ? {} : { shard }),
    config,
    environment: jointEnvironment(used.map(({ environment }) => environment)),
    startedAt: used.map(({ startedAt }) => startedAt).sort()[0] as string,
    durationMs: used.reduce((sum, { durationMs }) => sum + durationMs, 0),
    finished: missingOf(cellsOf(config), rows).length === 0,
    sources,
    rows: inOrder(config, rows),
  };
}

/**
 * Reads such a document, or one that the page exported.
 *
 * @returns the document, or what is wrong with it; rows that belong to no learner of its grid are
 */
export function readSweepDocument(content: unknown): SchemaResult<SweepDocument> {
  const read = readLabDocument(content);
  if (!read.ok) return read;
  const own = parseSchema(ownSchema, content);
  if (!own.ok) return own;
  const { lab, environment, startedAt, durationMs } = read.config;
  if (lab !== "sweep") return { ok: false, errors: [configError("lab", texts.otherLab)] };
  const [config, rows] = [read.config.config as SweepConfig, read.config.rows as SweepRow[]];
  const stray = strayOf(config, rows);
  if (stray >= 0) return { ok: false, errors: [configError(`rows[${stray}]`, texts.stray)] };
  const { shard = WHOLE, sources } = own.config;
  const itself = { shard, cells: placesOf(config, rows), environment, startedAt, durationMs };
  return { ok: true, config: documentOf(config, shard, rows, sources ?? [itself]) };
}

/** What of a sweep's settings decides what is measured: all but how it is shown. */
export function measuredSettings(config: SweepConfig): Partial<SweepConfig> {
  const display: readonly string[] = sweepLab.display;
  return Object.fromEntries(Object.entries(config).filter(([field]) => !display.includes(field)));
}

/** Places of cells in their grid, of which some rows are. */
export function placesOf(config: SweepConfig, rows: readonly Place[]): number[] {
  const named = new Set(rows.map(placeOf));
  return cellsOf(config).flatMap((cell, place) => (named.has(placeOf(cell)) ? [place] : []));
}

/** The first row of no cell, or of no learner of its cell; -1 where all belong to the grid. */
function strayOf(config: SweepConfig, rows: readonly SweepRow[]): number {
  const cells = new Map(cellsOf(config).map((cell) => [placeOf(cell), cell]));
  return rows.findIndex((row) => {
    const cell = cells.get(placeOf(row));
    return !cell || !(row.problem === null ? isLearner(cell, row) : row.arm === null && row.seed === null);
  });
}

function isLearner(cell: Cell, { arm, seed }: SweepRow): boolean {
  if ("problem" in cell || arm === null || seed === null) return false;
  return cell.config.arms[arm] !== undefined && seedNumbers(cell.config).includes(seed);
}

/** As they are measured in one piece: cell by cell, arm by arm, seed by seed. */
function inOrder(config: SweepConfig, rows: readonly SweepRow[]): SweepRow[] {
  const order = new Map(cellsOf(config).map((cell, place) => [placeOf(cell), place]));
  const placed = rows.map((row) => ({ row, place: order.get(placeOf(row)) ?? 0 }));
  const within = (one: SweepRow, other: SweepRow) =>
    (one.arm ?? -1) - (other.arm ?? -1) || (one.seed ?? -1) - (other.seed ?? -1);
  return placed.sort((a, b) => a.place - b.place || within(a.row, b.row)).map(({ row }) => row);
}

/** Of machines that do not compute the same to the bit, all are named. */
function jointEnvironment(environments: readonly EnvironmentRecord[]): EnvironmentRecord {
  const [first] = environments as [EnvironmentRecord];
  if (environments.every((other) => haveSameNumbers(first, other))) return first;
  return { ...first, adapter: [...new Set(environments.map(deviceName))].join(" + ") };
}
