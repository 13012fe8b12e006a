import type { DataStore, StoredFile } from "../../data/types";

/** The downloads that this device keeps. A browser may refuse storage: then there are none. */
export class KeptFiles {
  private readonly store: DataStore | undefined;
  private readonly changed: (files: StoredFile[]) => void;

  /** @param changed told what is kept, whenever it was looked up */
  constructor(store: DataStore | undefined, changed: (files: StoredFile[]) => void) {
    this.store = store;
    this.changed = changed;
  }

  /** Looks up what is kept: the training worker adds to it. */
  async refresh(): Promise<void> {
    this.changed((await this.store?.list().catch(() => [])) ?? []);
  }

  /** What cannot be deleted stays on the list. */
  async remove(urls: string[]): Promise<void> {
    for (const url of urls) await this.store?.remove(url).catch(() => undefined);
    await this.refresh();
  }
}
