import { largestBatch } from "../../config/batchSizes";
import { setUpFor, suits } from "../../config/presets/setup";
import type { ExperimentConfig } from "../../config/schema";
import { samplesNeeded } from "../../data/assembly/assemble";
import { FEWEST_SAMPLES } from "../../data/assembly/heldOut";
import type { Drawing } from "../../data/drawing/drawing";
import { drawingName } from "../../data/drawing/names";
import { drawingOf, INTERPRETATION, tableOf } from "../../data/drawing/table";
import { DataError } from "../../data/errors";
import { texts } from "../../data/sources/files/errors";
import { say } from "../../i18n/message";
import type { Playground } from "../playground";

/** A drawing that is kept, as the table that it was made of. */
export interface KeptDrawing {
  name: string;
  table: string;
}

/** Shape of a point. */
const SHAPE = [2];

/** Points that a run of the settings needs, and its batch: with settings that take no points, as they would be set up for them. */
export function pointsNeeded(draft: ExperimentConfig): { needed: number; batchSize: number } {
  const batchSize = largestBatch(suits(draft, SHAPE) ? draft : setUpFor(draft, SHAPE).config);
  return { needed: Math.max(FEWEST_SAMPLES, samplesNeeded(batchSize)), batchSize };
}

/**
 * Reads a drawing that this device keeps.
 *
 * @throws DataError where it is not kept any more, or is no such table
 */
export async function readDrawing(
  playground: Playground,
  name: string,
): Promise<{ drawing: Drawing; kept: KeptDrawing }> {
  const found = await playground.ownFiles.find(name);
  const table = await found?.files[0]?.file.text();
  if (table === undefined) throw new DataError(say(texts.gone, { name }));
  return { drawing: drawingOf(table), kept: { name, table } };
}

/**
 * Keeps a drawing on this device and starts over with it as the data, as with any table that is brought. Another drawing than the one
 * that it was gets another name: runs of that one go on being of what was drawn then.
 *
 * @param before what the drawing was when it was last read or kept
 * @returns what is kept, and whether the run was prepared
 */
export async function loadDrawing(
  playground: Playground,
  drawing: Drawing,
  before: KeptDrawing | null,
): Promise<{ ok: boolean; kept: KeptDrawing }> {
  const table = tableOf(drawing);
  const kept = before?.table === table ? before : { name: drawingName(namesInUse(playground)), table };
  const file = new File([table], kept.name, { type: "text/csv" });
  const files = [{ file, path: file.name }];
  await playground.ownFiles.keep(playground.ownFiles.pick(files));
  return { ok: await playground.loadFiles(files, INTERPRETATION), kept };
}

/** Of files that are kept, in use, or named by a run. */
function namesInUse({ state: { ownFiles, draft, run, history } }: Playground): string[] {
  const configs = [draft, run?.config, ...history.map(({ config }) => config)];
  const names = configs.map((config) => (config?.dataset.id === "files" ? config.dataset.name : ""));
  return [...names, ...ownFiles.map(({ name }) => name)];
}
