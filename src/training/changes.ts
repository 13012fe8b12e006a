import type { RunChange } from "../record/changes";

/** Changes of a run that are to come, each at its step. */
export class ScheduledChanges {
  private readonly left: RunChange[];

  constructor(changes: readonly RunChange[]) {
    this.left = [...changes].sort((a, b) => a.step - b.step);
  }

  /** Whether one is due once so many updates are made. */
  isDue(step: number): boolean {
    const [next] = this.left;
    return next !== undefined && next.step <= step;
  }

  /** The next one. */
  take(): RunChange | undefined {
    return this.left.shift();
  }
}
