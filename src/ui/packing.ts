import { writeCheckpoint } from "../export/checkpoint";
import { download, exportName } from "../export/download";
import type { PackedRun } from "../export/packed/contents";
import type { Playground } from "../session/playground";
import { type Run, recordOf } from "../session/run";
import { reported, reportOptions } from "./reporting";
import { saveOrNotify, shownRunOrThrow } from "./saving";

/** All data of runs as one archive. What packs it is fetched when the first one is asked for. */

/** Saves all that there is of the run that is shown. */
export function saveAllData(playground: Playground): Promise<void> {
  return saveOrNotify(playground, async () => {
    const run = shownRunOrThrow(playground);
    await offer(playground, [async () => run], exportName(run.presetId, run.startedAt, "zip"));
  });
}

/** The same of several kept runs, a folder each. */
export function saveAllDataOf(playground: Playground, ids: readonly string[]): Promise<void> {
  return saveOrNotify(playground, async () => {
    const { archive } = playground.runs;
    const opening = ids.map((id) => () => archive.open(id));
    await offer(playground, opening, exportName("runs", new Date().toISOString(), "zip"));
  });
}

async function offer(playground: Playground, opening: readonly (() => Promise<Run>)[], file: string): Promise<void> {
  const [{ filesOf }, { writeZip }] = await Promise.all([
    import("../export/packed/contents"),
    import("../export/packed/write"),
  ]);
  const report = reportOptions(playground);
  const files = filesOf(packed(playground, opening), { isOne: opening.length === 1, report });
  download(file, await writeZip(files, report.pause));
}

/** One run after the other, as it is when its turn comes. */
async function* packed(playground: Playground, opening: readonly (() => Promise<Run>)[]): AsyncGenerator<PackedRun> {
  for (const open of opening) {
    const run = await open();
    const checkpoint = await checkpointOf(playground, run);
    yield { record: recordOf(run), reported: reported(playground, run), checkpoint };
  }
}

/** The state of the run that is there, or the one that is kept. */
async function checkpointOf({ state, checkpoints, goingOn }: Playground, run: Run): Promise<PackedRun["checkpoint"]> {
  const isThere = run === state.run && !state.starting && (run.state === "paused" || run.state === "running");
  if (!isThere) return goingOn.file(run.id);
  const checkpoint = await checkpoints.take();
  return { bytes: writeCheckpoint(checkpoint), step: checkpoint.state.step };
}
