import { saidOfErrors } from "../../config/configError";
import type { FoundRecord } from "../../export/packed/read";
import { PlaygroundError, problem, saidOf } from "../../i18n/errors";
import { type Said, say } from "../../i18n/message";
import type { RunRecord } from "../../record/record";
import type { KeptText } from "../../storage/keptText";
import type { History } from "../../storage/runs/history";
import { type PastRun, readRemarks } from "../../storage/runs/pastRun";
import type { RunClaims } from "../checkpoints/claims";
import type { KeptCheckpoints, TakenCheckpoint } from "../checkpoints/kept";
import type { Notice, PlaygroundState, PlaygroundStore } from "../playgroundState";
import { recordOf } from "../run";
import type { Tabs } from "../tabs/tabs";
import { RunArchive } from "./archive";
import type { ImportCount } from "./importCount";
import { importedRun } from "./imported";
import { LastRun } from "./lastRun";
import { recordsIn } from "./recordFiles";
import { texts } from "./texts";

interface PastRunsOptions {
  store: PlaygroundStore;
  history: History;
  claims: RunClaims;
  tabs: Tabs;
  checkpoints: Pick<KeptCheckpoints, "take" | "putBack">;
  /** Where the tab keeps which run ended last. */
  lastRun: KeptText;
  notify(kind: Notice["kind"], detail: Said | null): void;
  /** Takes back what was said. */
  clear(kind: Notice["kind"]): void;
}

/** The kept runs as the page has them: which are chosen, which one is looked at, and what was just deleted. */
export class PastRuns {
  readonly archive: RunArchive;
  /** The one that ended last in this tab. */
  readonly last: LastRun;
  private readonly options: PastRunsOptions;
  /** The checkpoints of the runs that were deleted last. */
  private taken: TakenCheckpoint[] = [];

  constructor(options: PastRunsOptions) {
    const { store, notify, clear, history, tabs, lastRun } = options;
    this.options = options;
    this.last = new LastRun({ store, runs: this, kept: lastRun });
    this.archive = new RunArchive(history, {
      changed: ({ documents, unreadable }) =>
        store.setState((state) => ({
          history: documents,
          selected: state.selected.filter((id) => documents.some((run) => run.id === id)),
          unreadable: { ...state.unreadable, runs: unreadable },
        })),
      unavailable: (reason) => notify("historyUnavailable", reason),
      full: (reason) => notify("storageFull", reason),
      hasRoom: () => clear("storageFull"),
      wrote: (ids) => tabs.tell({ kind: "runs", ids }),
    });
    tabs.listen((news) => {
      if (news.kind === "runs") void this.archive.refresh(news.ids);
    });
  }

  /**
   * Shows a kept run in the place of the current one, which goes on; the one that was asked for last, where several are being read.
   * Resolves to whether it is shown.
   */
  async open(id: string): Promise<boolean> {
    const { store, notify } = this.options;
    store.setState({ opening: id });
    const isWanted = () => store.getState().opening === id;
    try {
      const opened = await this.archive.open(id);
      const isAsked = isWanted();
      if (isAsked) this.show(opened);
      return isAsked;
    } catch (error) {
      if (isWanted()) store.setState({ opening: null });
      notify("runNotOpened", saidOf(error));
      return false;
    }
  }

  /** Shows the current run again, also where another is being read. */
  close(): void {
    const { opened, opening } = this.options.store.getState();
    if (opened || opening) this.show(null);
  }

  /** Marks a run to be compared, deleted or drawn with others, or takes the mark away. */
  select(id: string, isSelected: boolean): void {
    const { selected } = this.options.store.getState();
    const others = selected.filter((other) => other !== id);
    this.selectOnly(isSelected ? [...others, id] : others);
  }

  selectOnly(selected: string[]): void {
    this.options.store.setState({ selected });
  }

  /**
   * Deletes runs with their checkpoints, or what cannot be read as one, until the next deletion not for good. One that another tab trains would come back with its next save: it stays,
   * which is said. Resolves to how many are deleted.
   */
  async remove(asked: readonly IDBValidKey[]): Promise<number> {
    const { store, notify, checkpoints } = this.options;
    const ids = await this.unclaimed(asked);
    const stay = asked.length - ids.length;
    if (stay > 0) notify("runsElsewhere", say(texts.elsewhere, { n: stay }));
    const gone = await this.archive.remove(ids);
    if (gone.includes(store.getState().opened?.id ?? "")) this.close();
    if (gone.length === 0) return 0;
    this.taken = await checkpoints.take(gone.filter((key) => typeof key === "string"));
    store.setState({ removed: { count: gone.length } });
    return gone.length;
  }

  private async unclaimed(keys: readonly IDBValidKey[]): Promise<IDBValidKey[]> {
    const claimed = await Promise.all(keys.map((key) => this.options.claims.isClaimed(String(key))));
    return keys.filter((_, i) => !claimed[i]);
  }

  /** Puts the runs back that were deleted last, with their checkpoints. Where that fails it can be tried again. */
  async restore(): Promise<void> {
    const { checkpoints } = this.options;
    if ((await this.archive.restore()) && (await checkpoints.putBack(this.taken))) this.forget();
  }

  /** Deletes for good what was deleted. */
  forget(): void {
    this.taken = [];
    this.archive.letGo();
    this.options.store.setState({ removed: null });
  }

  /**
   * A kept run as its record, made anew from its series.
   * @throws PlaygroundError where it has none that this version can read
   */
  async record(id: string): Promise<RunRecord> {
    return recordOf(await this.archive.open(id));
  }

  /**
   * Keeps a record that comes from outside.
   * @throws PlaygroundError with every reason why it is none
   */
  async import(record: unknown): Promise<{ run: PastRun; isKnown: boolean }> {
    const read = importedRun(record);
    if (!read.ok) throw new PlaygroundError(saidOfErrors(read.errors));
    return this.archive.import(read.config);
  }

  /** The same with files, of which some may be no records; says what came of them. */
  async importFiles(files: readonly File[]): Promise<ImportCount> {
    const count: ImportCount = { imported: 0, known: 0, left: [] };
    for (const found of await recordsIn(files)) {
      await attempt(found, count, async () => {
        const { run, isKnown } = await this.import(parsed(await found.text()));
        if (isKnown) count.known++;
        else count.imported++;
        // What was said of it here stays.
        if (!isKnown && found.remarks) await this.remarkBy(run, found.remarks, count);
      });
    }
    this.options.store.setState({ imports: count });
    return count;
  }

  private remarkBy(run: PastRun, file: Pick<FoundRecord, "name" | "text">, count: ImportCount): Promise<void> {
    return attempt(file, count, async () => {
      const read = readRemarks(parsed(await file.text()));
      if (!read.ok) throw new PlaygroundError(saidOfErrors(read.errors));
      await this.archive.remark(run, read.config);
    });
  }

  private show(opened: PlaygroundState["opened"]): void {
    const { store } = this.options;
    store.setState({ opened, reopened: null, opening: null, revision: store.getState().revision + 1 });
  }
}

/** What cannot be read costs nothing else; it is said. */
async function attempt(
  { name }: Pick<FoundRecord, "name">,
  count: ImportCount,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    count.left.push(say(texts.noRecord, { name, problem: saidOf(error) }));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw problem(texts.noJson, { reason: saidOf(error) });
  }
}
