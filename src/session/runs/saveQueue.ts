/** Saves one thing at a time; of what waits under one key, only the newest is saved. */
export class SaveQueue {
  private readonly waiting = new Map<string, () => Promise<void>>();
  private isBusy = false;
  private finished: Promise<void> = Promise.resolve();

  /** @param save must not reject */
  request(key: string, save: () => Promise<void>): void {
    this.waiting.delete(key);
    this.waiting.set(key, save);
    if (!this.isBusy) this.finished = this.saveAll();
  }

  /** Resolves when everything that was asked for is done. */
  done(): Promise<void> {
    return this.finished;
  }

  private async saveAll(): Promise<void> {
    this.isBusy = true;
    for (let next = this.next(); next; next = this.next()) await next();
    this.isBusy = false;
  }

  private next(): (() => Promise<void>) | undefined {
    const [first] = this.waiting;
    if (first) this.waiting.delete(first[0]);
    return first?.[1];
  }
}
