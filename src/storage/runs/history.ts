import { isRecord } from "../../config/paths";
import { PlaygroundError, problem } from "../../i18n/errors";
import { type Contents, readAll } from "../unreadable";
import { pack, packAtOnce, unpack } from "./container";
import { texts } from "./errors";
import { type PastRun, type Remarks, readPastRun, savedAgain } from "./pastRun";
import { memoryRuns, type PackedColumns, type RunStore } from "./runStore";
import { contentsOf, type RunSeries, seriesIn } from "./series";

/** A run that was removed, as it was stored: enough to put it back. */
export interface Removed {
  document: object;
  columns: PackedColumns | undefined;
}

/** Where runs are kept. Every call may fail: a browser may refuse storage, and a disk may be full. */
export interface History {
  /** Newest first. */
  all(): Promise<Contents<PastRun>>;
  /** One of them: in one of the two lists, or in none where there is none. */
  find(id: string): Promise<Contents<PastRun>>;
  /**
   * Keeps a run with its series, in the place of what was kept of it before; what was said of it stays.
   * @param hurried writes at once, without compression and without looking at what was kept, since the page is about to go
   */
  keep(run: PastRun, series: RunSeries, hurried?: boolean): Promise<PastRun>;
  /** Changes what is said of a run and nothing else, not even what this version does not know of it. */
  remark(id: string, remarks: Partial<Remarks>): Promise<void>;
  /** @throws PlaygroundError where there is no such run, or it has no series that this version can read */
  series(id: string): Promise<RunSeries>;
  /** @returns what puts it back; null where there was nothing */
  remove(key: IDBValidKey): Promise<Removed | null>;
  restore(removed: Removed): Promise<void>;
}

/** History that lasts as long as the page. */
export function memoryHistory(): History {
  return historyIn(memoryRuns());
}

/** The runs of a store, in which there may be anything. */
export function historyIn(store: RunStore): History {
  return {
    async all() {
      const { documents, unreadable } = readAll(await store.entries(), readPastRun);
      return { documents: documents.sort((a, b) => b.startedAt.localeCompare(a.startedAt)), unreadable };
    },
    async find(id) {
      const content = await store.get(id);
      return readAll(content === undefined ? [] : [[id, content]], readPastRun);
    },
    async keep(run, series, hurried = false) {
      const contents = contentsOf(series);
      const columns = hurried ? packAtOnce(contents) : await pack(contents);
      const kept = { ...run, columnBytes: columns.length };
      if (hurried) await store.put(kept, columns);
      else await store.change(run.id, (before) => savedAgain(kept, before), columns);
      return kept;
    },
    remark: (id, remarks) => store.change(id, (before) => (isRecord(before) ? { ...before, ...remarks } : null)),
    async series(id) {
      const run = readPastRun(await store.get(id));
      if (!run.ok) throw problem(texts.notThere, { id });
      const columns = await store.columns(id);
      if (columns === undefined) throw new PlaygroundError(texts.none);
      if (!isBytes(columns)) throw new PlaygroundError(texts.noColumns);
      return seriesIn(await unpack(columns), run.config.config);
    },
    async remove(key) {
      const [document, columns] = await Promise.all([store.get(key), store.columns(key)]);
      await store.remove(key);
      return isRecord(document) ? { document, columns: isBytes(columns) ? columns : undefined } : null;
    },
    restore: ({ document, columns }) => store.put(document, columns),
  };
}

function isBytes(value: unknown): value is PackedColumns {
  return value instanceof Uint8Array;
}
