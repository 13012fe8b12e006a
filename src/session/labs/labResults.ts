import { saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { LABS, type LabId } from "../../labs";
import type { KeptLab, LabArchive } from "../../storage/labArchive";
import type { LabRun } from "./labRun";

/**
 * What the labs have measured, in an archive that may fail (a browser may refuse storage): then it says so, and goes on.
 * Remembers what the archive holds of each lab's config that is shown.
 */
export class LabResults {
  private readonly archive: LabArchive;
  private readonly unavailable: (reason: Said) => void;
  private readonly loaded = new Map<LabId, Promise<KeptLab | null>>();

  constructor(archive: LabArchive, unavailable: (reason: Said) => void) {
    this.archive = archive;
    this.unavailable = unavailable;
  }

  /** Reads what there is of another config of a lab. */
  load(id: LabId, key: string): Promise<KeptLab | null> {
    const result = this.read(id, key);
    this.loaded.set(id, result);
    return result;
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

  async save(run: LabRun): Promise<void> {
    const result = run.result();
    if (!result) return;
    try {
      await this.archive.put(result);
    } catch (error) {
      this.unavailable(saidOf(error));
    }
  }

  /** Rows that do not fit the lab's schema any more are measured again. */
  private async read(id: LabId, key: string): Promise<KeptLab | null> {
    try {
      const kept = await this.archive.get(key);
      if (!kept) return null;
      const rows = kept.rows.filter((row) => LABS[id].row.safeParse(row).success);
      return { ...kept, rows, finished: kept.finished && rows.length === kept.rows.length };
    } catch (error) {
      this.unavailable(saidOf(error));
      return null;
    }
  }
}
