import { writeCheckpoint } from "../export/checkpoint";
import { download, exportName } from "../export/download";
import type { PackedRun } from "../export/packed/contents";
import { runAt } from "../session/checkpoints/document";
import type { Playground } from "../session/playground";
import { type Run, recordOf } from "../session/run";
import { remarksOf } from "../storage/runs/pastRun";
import { ofEach } from "./manyRuns";
import { reported, reportOptions } from "./reporting";
import { saveOrNotify, shownRunOrThrow } from "./saving";

/** All data of runs as one archive. What packs it is fetched when the first one is asked for. */

/** Saves all that there is of the run that is shown. */
export function saveAllData(playground: Playground): Promise<void> {
  return saveOrNotify(playground, async () => {
    const run = shownRunOrThrow(playground);
    await offer(
      playground,
      only(() => packedRun(playground, run)),
      {
        isOne: true,
        file: exportName(run.presetId, run.startedAt, "zip"),
      },
    );
  });
}

/** The same of several kept runs, a folder each, without those that cannot be read. */
export function saveAllDataOf(playground: Playground, ids: readonly string[]): Promise<void> {
  return saveOrNotify(playground, async () => {
    const runs = ofEach(playground, ids, (run) => packedRun(playground, run));
    await offer(playground, runs, {
      isOne: ids.length === 1,
      file: exportName("runs", new Date().toISOString(), "zip"),
    });
  });
}

async function* only<T>(item: () => Promise<T>): AsyncGenerator<T> {
  yield await item();
}

async function offer(
  playground: Playground,
  runs: AsyncIterable<PackedRun>,
  { isOne, file }: { isOne: boolean; file: string },
): Promise<void> {
  const [{ filesOf }, { writeZip }] = await Promise.all([
    import("../export/packed/contents"),
    import("../export/packed/write"),
  ]);
  const report = reportOptions(playground);
  download(file, await writeZip(filesOf(runs, { isOne, report }), report.pause));
}

/** All that there is of a run; of the one that is there, at the step of its state. */
export async function packedRun(playground: Playground, run: Run): Promise<PackedRun> {
  if (!isThere(playground, run)) return packed(playground, run, await playground.goingOn.file(run.id));
  const checkpoint = await playground.checkpoints.take();
  const { run: latest } = playground.state;
  const then = runAt(latest?.id === run.id ? latest : run, checkpoint);
  return packed(playground, then, { bytes: writeCheckpoint(checkpoint), step: checkpoint.state.step });
}

function packed(playground: Playground, run: Run, checkpoint: PackedRun["checkpoint"]): PackedRun {
  const kept = playground.runs.archive.find(run.id);
  return {
    record: recordOf(run),
    reported: reported(playground, run),
    remarks: kept ? remarksOf(kept) : null,
    checkpoint,
  };
}

/** Whether a trainer has the state of a run. Every redraw makes a new object of the run that is there. */
function isThere({ state }: Playground, { id, state: phase }: Run): boolean {
  return id === state.run?.id && !state.starting && (phase === "paused" || phase === "running");
}
