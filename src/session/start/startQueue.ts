/** Starts of runs, one at a time: each is looked at in its turn, after those that were asked for before it. */
export class StartQueue {
  private readonly delay: number;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private last: Promise<boolean> = Promise.resolve(true);

  /** @param delay of starts that need not be at once, in milliseconds */
  constructor(delay: number) {
    this.delay = delay;
  }

  /**
   * Takes over whatever was to be started soon.
   *
   * @param start must not reject
   * @returns whether it worked
   */
  enqueue(start: () => Promise<boolean>): Promise<boolean> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.last = this.last.then(start);
    return this.last;
  }

  /** The same once nothing was asked for any more for a while. */
  enqueueSoon(start: () => Promise<boolean>): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.enqueue(start), this.delay);
  }

  /** Resolves when what was asked for so far is done. */
  async done(): Promise<void> {
    await this.last;
  }
}
