import { unlessReplaced } from "../engine/deviceLoss";

/** Work that has to be done one piece after the other, in the order in which it was asked for. */
export class TurnQueue {
  private last: Promise<unknown> = Promise.resolve();

  /** Does `work` after everything that was asked for before, whatever became of that. */
  enqueue<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work).catch(failed);
    this.last = turn;
    return turn;
  }
}

async function failed(error: unknown): Promise<never> {
  await unlessReplaced();
  throw error;
}
