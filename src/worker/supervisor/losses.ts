import { PlaygroundError } from "../../i18n/errors";
import type { Said } from "../../i18n/message";

/** What became of a worker with all that it had. */
export interface Loss {
  /** Its device, or the thread itself. */
  of: "device" | "worker";
  said: Said;
  /** How long nobody knew of it, in milliseconds. */
  silence: number;
}

/** Whoever waited for an answer of a worker that is gone gets this. */
export class WorkerLost extends PlaygroundError {
  override name = "WorkerLost";
}

/** So many in so much time, in milliseconds, and it is no accident. */
const TOO_MANY = 3;
const WITHIN = 60_000;

/** Counts losses: what is lost again and again should not be tried on and on. */
export class LossLog {
  private readonly times: Record<Loss["of"], number[]> = { device: [], worker: [] };
  private silences = 0;
  private stuck: { step: number | null; times: number } = { step: null, times: 0 };

  /**
   * @param step from which the training goes on; null where none was under way
   * @param now in milliseconds; the time in which nobody knew of a loss does not count
   * @returns whether there were three within a minute, or three at the same step
   */
  note({ of, silence }: Loss, step: number | null, now: number): boolean {
    this.silences += silence;
    const at = now - this.silences;
    const recent = [...this.times[of].filter((time) => at - time < WITHIN), at];
    this.stuck = { step, times: this.stuck.step === step ? this.stuck.times + 1 : 1 };
    const isTooMany = recent.length >= TOO_MANY || (step !== null && this.stuck.times >= TOO_MANY);
    this.times[of] = isTooMany ? [] : recent;
    if (isTooMany) this.stuck = { step: null, times: 0 };
    return isTooMany;
  }
}
