import type { Said } from "../../i18n/message";
import { MOST_NAMES, MOST_REASONS } from "./bounds";
import type { Countable, LeftOut, Tally } from "./report";
import { texts } from "./texts";

/** Counts what is taken and what is left out; what was found is the sum of both. */
export class Counter {
  private readonly of: Countable;
  private taken = 0;
  private readonly reasons = new Map<string, LeftOut>();

  /** @param start what was counted before */
  constructor(of: Countable, start?: Tally) {
    this.of = of;
    this.taken = start?.taken ?? 0;
    for (const { why, count, names } of start?.left ?? []) this.leave(why, names, count);
  }

  take(count = 1): this {
    this.taken += count;
    return this;
  }

  /**
   * @param why after the count: `2 damaged`; one too many for all to be told apart is one of the others
   * @param names of those that were left out, or of some of them
   */
  leave(why: Said, names: string | readonly string[] = [], count = 1): this {
    if (count === 0) return this;
    const key = JSON.stringify(why);
    if (this.reasons.size >= MOST_REASONS - 1 && !this.reasons.has(key) && why !== texts.left.others)
      return this.leave(texts.left.others, names, count);
    const reason = this.reasons.get(key) ?? { count: 0, why, names: [] };
    reason.count += count;
    reason.names = [...reason.names, ...[names].flat()].slice(0, MOST_NAMES);
    this.reasons.set(key, reason);
    return this;
  }

  /** What had been taken is left out after all. */
  drop(why: Said, names: string | readonly string[] = [], count = 1): this {
    this.taken -= count;
    return this.leave(why, names, count);
  }

  get tally(): Tally {
    const left = [...this.reasons.values()];
    const { of, taken } = this;
    return { of, found: taken + left.reduce((sum, { count }) => sum + count, 0), taken, left };
  }
}
