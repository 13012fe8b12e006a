/** A map that forgets, beyond so many entries, what has not been used for longest. */
export class RecentMap<V> {
  private readonly most: number;
  private readonly onForget: (key: string) => void;
  /** Least recently used first. */
  private readonly entries = new Map<string, V>();

  /** @param onForget told the key of each entry that goes */
  constructor(most: number, onForget: (key: string) => void = () => undefined) {
    this.most = most;
    this.onForget = onForget;
  }

  get size(): number {
    return this.entries.size;
  }

  /** Counts as a use. */
  get(key: string): V | undefined {
    const value = this.entries.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  /** Counts as a use. */
  set(key: string, value: V): void {
    this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size <= this.most) return;
    const [oldest] = this.entries.keys();
    this.entries.delete(oldest as string);
    this.onForget(oldest as string);
  }
}
