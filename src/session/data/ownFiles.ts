import { datasetName } from "../../data/sources/files";
import type { DatasetFiles, OwnFileSet, OwnFilesStore, PickedFile } from "../../data/types";
import { saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";

interface OwnFilesListener {
  /** Told what is kept, whenever it was looked up. */
  changed(sets: OwnFileSet[]): void;
  /** Told why files cannot be kept. */
  failed(reason: Said): void;
}

/**
 * Files of the user's own: each pick has a number of its own, and those that the user asks for are kept on the device, so that
 * they are there after a reload. A browser may refuse storage: then none are kept.
 */
export class OwnFiles {
  private readonly store: OwnFilesStore | undefined;
  private readonly listener: OwnFilesListener;
  private nextPick = 1;

  constructor(store: OwnFilesStore | undefined, listener: OwnFilesListener) {
    this.store = store;
    this.listener = listener;
  }

  /** Whether there is a place to keep files at. */
  get canKeep(): boolean {
    return this.store !== undefined;
  }

  pick(files: PickedFile[]): DatasetFiles {
    return { id: this.nextPick++, files };
  }

  /** Looks up what is kept. */
  async refresh(): Promise<void> {
    this.listener.changed((await this.store?.list().catch(() => [])) ?? []);
  }

  /** Keeps files on this device, in the place of others of their name. */
  async keep({ files }: DatasetFiles): Promise<void> {
    try {
      await this.store?.write(describeFiles(files), files);
    } catch (error) {
      this.listener.failed(saidOf(error));
    }
    await this.refresh();
  }

  /** What cannot be deleted stays on the list. */
  async remove(name: string): Promise<void> {
    await this.store?.remove(name).catch(() => undefined);
    await this.refresh();
  }

  /** The files that are kept under a name; null where there are none. */
  async find(name: string): Promise<DatasetFiles | null> {
    const files = (await this.store?.read(name).catch(() => null)) ?? null;
    return files && this.pick(files);
  }
}

/** What is said of files before they are kept, and of those that are. */
export function describeFiles(files: readonly PickedFile[]): OwnFileSet {
  const size = files.reduce((sum, { file }) => sum + file.size, 0);
  return { name: datasetName(files.map(({ path }) => path)), count: files.length, size };
}
