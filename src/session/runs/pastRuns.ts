import { saidOfErrors } from "../../config/configError";
import { PlaygroundError, problem, saidOf } from "../../i18n/errors";
import { type Said, say } from "../../i18n/message";
import type { RunRecord } from "../../record/record";
import type { History } from "../../storage/runs/history";
import type { PastRun } from "../../storage/runs/pastRun";
import type { RunClaims } from "../checkpoints/claims";
import type { KeptCheckpoints, TakenCheckpoint } from "../checkpoints/kept";
import type { Notice, PlaygroundState, PlaygroundStore } from "../playgroundState";
import { recordOf } from "../run";
import type { Tabs } from "../tabs/tabs";
import { RunArchive } from "./archive";
import type { ImportCount } from "./importCount";
import { importedRun } from "./imported";
import { recordsIn } from "./recordFiles";
import { texts } from "./texts";

interface PastRunsOptions {
  store: PlaygroundStore;
  history: History;
  claims: RunClaims;
  tabs: Tabs;
  checkpoints: Pick<KeptCheckpoints, "take" | "putBack">;
  notify(kind: Notice["kind"], detail: Said | null): void;
  /** Takes back what was said. */
  clear(kind: Notice["kind"]): void;
}

/** The kept runs as the page has them: which are chosen, which one is looked at, and what was just deleted. */
export class PastRuns {
  readonly archive: RunArchive;
  private readonly options: PastRunsOptions;
  /** The checkpoints of the runs that were deleted last. */
  private taken: TakenCheckpoint[] = [];

  constructor(options: PastRunsOptions) {
    const { store, notify, clear, history, tabs } = options;
    this.options = options;
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

  /** Shows a kept run in the place of the current one, which goes on. Resolves to whether it could be read. */
  async open(id: string): Promise<boolean> {
    try {
      const opened = await this.archive.open(id);
      this.show(opened);
      return true;
    } catch (error) {
      this.options.notify("runNotOpened", saidOf(error));
      return false;
    }
  }

  /** Shows the current run again. */
  close(): void {
    if (this.options.store.getState().opened) this.show(null);
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
   * Deletes runs with their checkpoints, until the next deletion not for good. One that another tab trains would come back with its next save: it stays,
   * which is said. Resolves to how many are deleted.
   */
  async remove(asked: readonly string[]): Promise<number> {
    const { store, notify, checkpoints } = this.options;
    const ids = await this.unclaimed(asked);
    const stay = asked.length - ids.length;
    if (stay > 0) notify("runsElsewhere", say(texts.elsewhere, { n: stay }));
    const gone = await this.archive.remove(ids);
    if (gone.includes(store.getState().opened?.id ?? "")) this.close();
    if (gone.length === 0) return 0;
    this.taken = await checkpoints.take(ids.filter((id) => gone.includes(id)));
    store.setState({ removed: { count: gone.length } });
    return gone.length;
  }

  private async unclaimed(ids: readonly string[]): Promise<string[]> {
    const claimed = await Promise.all(ids.map((id) => this.options.claims.isClaimed(id)));
    return ids.filter((_, i) => !claimed[i]);
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
    for (const { name, text } of await recordsIn(files)) {
      try {
        const { isKnown } = await this.import(parsed(await text()));
        if (isKnown) count.known++;
        else count.imported++;
      } catch (error) {
        count.left.push(say(texts.noRecord, { name, problem: saidOf(error) }));
      }
    }
    this.options.store.setState({ imports: count });
    return count;
  }

  private show(opened: PlaygroundState["opened"]): void {
    const { store } = this.options;
    store.setState({ opened, revision: store.getState().revision + 1 });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw problem(texts.noJson, { reason: saidOf(error) });
  }
}
