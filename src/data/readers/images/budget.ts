/** Lets work go on side by side as long as all of it together takes up no more than there is room for; the rest waits for its turn. */
export class Budget {
  private readonly room: number;
  private used = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(room: number) {
    this.room = room;
  }

  /** @param size what the work takes up; more than there is room for is done alone */
  async during<T>(size: number, work: () => Promise<T>): Promise<T> {
    while (this.used > 0 && this.used + size > this.room)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.used += size;
    try {
      return await work();
    } finally {
      this.used -= size;
      for (const go of this.waiting.splice(0)) go();
    }
  }
}
