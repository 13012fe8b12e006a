/** Work that is done piece by piece, each in a task of its own: between two of them the page answers whoever uses it. */
export class TaskLine {
  private readonly line = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** @returns what takes the work out of the line */
  add(work: () => void): () => void {
    this.line.add(work);
    this.timer ??= setTimeout(() => this.next());
    return () => this.line.delete(work);
  }

  /** Does all that is left, at once. */
  finish(): void {
    for (const work of this.line) {
      this.line.delete(work);
      work();
    }
  }

  private next(): void {
    const [work] = this.line;
    if (work) this.line.delete(work);
    this.timer = this.line.size > 0 ? setTimeout(() => this.next()) : null;
    work?.();
  }
}
