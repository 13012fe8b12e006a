import { problem } from "../../i18n/errors";
import type { RunRecord } from "../../record/record";
import type { PastRun } from "../../storage/runs/pastRun";
import type { Playground } from "../playground";
import { texts } from "./texts";

/** The kept runs for consoles, tests and scripts: `playground.runs()` lists them, and what else can be done hangs on it. */
export interface RunsApi {
  /** What the table of runs shows, newest first: each with `id`, `name`, `tags`, `config`, `summary`, `paired`, `ended` and the bytes of its curves. */
  (): Promise<PastRun[]>;
  /**
   * A run's whole record.
   * @throws Error where there is no such run, or it was kept without its curves
   */
  get(id: string): Promise<RunRecord>;
  /**
   * Keeps a record of this version or an earlier one.
   * @returns the kept run; the one that was there, where it is the same
   * @throws Error with every reason why it is no record
   */
  import(record: unknown): Promise<PastRun>;
  /**
   * Deletes a run. Until the next deletion the page offers to undo it.
   * @throws Error where it stays: another tab trains it, or the storage fails
   */
  delete(id: string): Promise<void>;
}

/** @param ready resolves when the runs are listed */
export function runsApi({ runs }: Playground, ready: Promise<void>): RunsApi {
  const list = async () => {
    await ready;
    await runs.archive.done();
    return [...runs.archive.runs];
  };
  return Object.assign(list, {
    get: async (id: string) => {
      await list();
      return runs.record(id);
    },
    import: async (record: unknown) => {
      await list();
      return (await runs.import(record)).run;
    },
    delete: async (id: string) => {
      await list();
      if ((await runs.remove([id])) === 0) throw problem(texts.stays, { id });
    },
  });
}
