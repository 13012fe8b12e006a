import { saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import type { LabId } from "../../labs";
import type { KeptLab } from "../../storage/keptLab";
import type { LabArchive } from "../../storage/labArchive";
import type { Unreadable } from "../../storage/unreadable";
import type { LabRun } from "./labRun";

/** Told of the archive: why it cannot be had, or what in it cannot be read. */
interface ArchiveListener {
  unavailable(reason: Said): void;
  unreadable(documents: Unreadable[]): void;
}

/**
 * What the labs have measured, in an archive that may fail (a browser may refuse storage): then it says so, and goes on.
 * Remembers what the archive holds of each lab's config that is shown.
 */
export class LabResults {
  private readonly archive: LabArchive;
  private readonly listener: ArchiveListener;
  private readonly loaded = new Map<LabId, Promise<KeptLab | null>>();

  constructor(archive: LabArchive, listener: ArchiveListener) {
    this.archive = archive;
    this.listener = listener;
  }

  /** Reads what there is of another config of a lab. */
  load(id: LabId, key: string): Promise<KeptLab | null> {
    const result = this.read(id, key);
    this.loaded.set(id, result);
    return result;
  }

  /** Remembers a result that came from elsewhere in the place of what the archive holds. */
  hold(id: LabId, result: KeptLab): void {
    this.loaded.set(id, Promise.resolve(result));
  }

  has(id: LabId): boolean {
    return this.loaded.has(id);
  }

  /** What was there when it was last loaded; never of a lab that is to start over. */
  async of(id: LabId): Promise<KeptLab | null> {
    return (await this.loaded.get(id)) ?? null;
  }

  clear(id: LabId): void {
    this.loaded.delete(id);
  }

  /** What was measured to the end stays until the same, measured anew, has come to its end as well. */
  async save(run: LabRun): Promise<void> {
    const result = run.result();
    if (!result) return;
    const kept = await this.read(run.id, result.key);
    if (kept?.finished && !result.finished && kept.startedAt !== result.startedAt) return;
    await this.put(result);
  }

  async put(result: KeptLab): Promise<void> {
    if (await this.attempt(() => this.archive.put(result))) await this.look();
  }

  /** What the archive holds of a lab with any settings, the newest first. */
  async all(id: LabId): Promise<KeptLab[]> {
    const kept = (await this.attempt(() => this.archive.all())) ?? [];
    return kept.filter(({ lab, rows }) => lab === id && rows.length > 0);
  }

  /** Looks for what this version cannot read. */
  async look(): Promise<void> {
    await this.attempt(async () => this.listener.unreadable(await this.archive.unreadable()));
  }

  async remove(key: IDBValidKey): Promise<void> {
    await this.attempt(() => this.archive.removeUnreadable(key));
    await this.look();
  }

  private async read(id: LabId, key: string): Promise<KeptLab | null> {
    const kept = await this.attempt(() => this.archive.get(key));
    return kept?.lab === id ? kept : null;
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.listener.unavailable(saidOf(error));
      return null;
    }
  }
}
