import type { Kernels } from "../kernels";

/**
 * Where threads meet: one job at a time, a kernel with the arguments of each of its shares. Who is free takes the next share; a
 * thread that never comes takes none, and the others do its work.
 */

/** Shares that nobody has taken yet, or CLOSED. Shares are taken from the last to the first. */
const LEFT = 0;
/** Shares that are done. */
const DONE = 1;
/** Not 0 where a share ended with an error. */
const FAILED = 2;
const CLOSED = -1;
/** From here on, a number for each of the other threads: whether it may begin. */
const SEATS = 3;
const MOST_SEATS = 16;
const [UNDECIDED, MAY_BEGIN, COMES_TOO_LATE] = [0, 1, 2];

/** A job is [kernel, arguments of a share, the arguments of all shares one after the other]. */
const HEAD = 2;
const LONGEST_JOB = 4096;

/** A thread looks at the board again and again for so long before it sleeps: waking it takes as long as a small kernel. */
const LOOKS_FOR_MS = 0.3;
/** Looks between two at the clock. */
const LOOKS = 500;
/** Longest sleep at a time, and most that it counts, in milliseconds: a process that was frozen for a while has waited for nobody meanwhile. */
const SLEEPS_FOR_MS = 1_000;
const MOST_A_SLEEP_MS = 2 * SLEEPS_FOR_MS;

/** Memory of a board, as it is sent to another thread. */
export interface BoardMemory {
  state: SharedArrayBuffer;
  job: SharedArrayBuffer;
}

/** A share was taken by a thread that does not answer any more: what it may still write lies in memory that others have by then. */
export class ThreadLost extends Error {
  override name = "ThreadLost";
}

/** Runs a kernel by its place among those of the module. */
export type Perform = (kernel: number, args: readonly number[]) => void;

/** Of a module's functions, which are in the same order in all threads. */
export function performer(kernels: Kernels): Perform {
  const inOrder = Object.values(kernels);
  return (kernel, args) => inOrder[kernel]?.(...args);
}

export class Board {
  readonly memory: BoardMemory;
  private readonly state: Int32Array;
  private readonly job: Float64Array;

  /** @param memory of a board that another thread made; a new one is made without */
  constructor(memory?: BoardMemory) {
    this.memory = memory ?? {
      state: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * (SEATS + MOST_SEATS)),
      job: new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT * LONGEST_JOB),
    };
    this.state = new Int32Array(this.memory.state);
    this.job = new Float64Array(this.memory.job);
  }

  /**
   * Does a job with whoever takes a share of it; returns when all of it is done.
   * @param shares arguments of each, as many for one as for another
   * @throws ThreadLost where a share that was taken is not done within `patienceMs`, and Error where one failed
   */
  run(kernel: number, shares: readonly (readonly number[])[], perform: Perform, patienceMs: number): void {
    this.post(kernel, shares);
    while (this.takeShare(perform));
    this.join(shares.length, patienceMs);
    if (Atomics.exchange(this.state, FAILED, 0) !== 0) throw new Error("A thread's WebAssembly kernel failed.");
  }

  /** Has a thread begin, or go home: one that came too late may be ended at any moment, in the midst of a share as well. */
  decide(seat: number, mayBegin: boolean): void {
    Atomics.store(this.state, SEATS + seat, mayBegin ? MAY_BEGIN : COMES_TOO_LATE);
    Atomics.notify(this.state, SEATS + seat);
  }

  /** What other threads do until the board is closed: take shares, and sleep while there are none; once it is decided that they may. */
  serve(perform: Perform, seat: number): void {
    if (this.changed(SEATS + seat, UNDECIDED, Number.POSITIVE_INFINITY) !== MAY_BEGIN) return;
    for (;;) {
      const left = this.changed(LEFT, 0, Number.POSITIVE_INFINITY);
      if (left === CLOSED) return;
      while (this.takeShare(perform));
    }
  }

  /** Sends the other threads home. */
  close(): void {
    Atomics.store(this.state, LEFT, CLOSED);
    Atomics.notify(this.state, LEFT);
  }

  private post(kernel: number, shares: readonly (readonly number[])[]): void {
    const length = shares[0]?.length ?? 0;
    if (HEAD + length * shares.length > LONGEST_JOB) throw new RangeError(`A job has ${shares.length} shares.`);
    this.job[0] = kernel;
    this.job[1] = length;
    for (const [i, share] of shares.entries()) this.job.set(share, HEAD + i * length);
    Atomics.store(this.state, DONE, 0);
    Atomics.store(this.state, LEFT, shares.length);
    Atomics.notify(this.state, LEFT);
  }

  /** @returns false where there was none */
  private takeShare(perform: Perform): boolean {
    const left = Atomics.load(this.state, LEFT);
    if (left <= 0) return false;
    // The job is another only after this one's shares are all done; whoever has taken one finds it as it was posted.
    if (Atomics.compareExchange(this.state, LEFT, left, left - 1) !== left) return true;
    const [kernel = 0, length = 0] = this.job;
    const from = HEAD + (left - 1) * length;
    try {
      perform(kernel, Array.from(this.job.subarray(from, from + length)));
    } catch {
      Atomics.store(this.state, FAILED, 1);
    }
    Atomics.add(this.state, DONE, 1);
    Atomics.notify(this.state, DONE);
    return true;
  }

  private join(shares: number, patienceMs: number): void {
    for (let done = Atomics.load(this.state, DONE); done < shares; ) {
      const now = this.changed(DONE, done, patienceMs);
      if (now === done) throw new ThreadLost("A thread of WebAssembly kernels does not answer.");
      done = now;
    }
  }

  /** Waits until a number is another, at most for so long. @returns what it is then */
  private changed(place: number, known: number, ms: number): number {
    let [looked, waited] = [performance.now(), 0];
    for (let looks = 1; ; looks++) {
      const now = Atomics.load(this.state, place);
      if (now !== known) return now;
      if (looks % LOOKS > 0) continue;
      waited += Math.min(performance.now() - looked, MOST_A_SLEEP_MS);
      looked = performance.now();
      if (waited > ms) return now;
      if (waited > LOOKS_FOR_MS && MAY_SLEEP) Atomics.wait(this.state, place, known, Math.min(ms, SLEEPS_FOR_MS));
    }
  }
}

/** A page's own thread may not sleep: it looks again and again. */
const MAY_SLEEP = maySleep();

function maySleep(): boolean {
  if (typeof SharedArrayBuffer === "undefined") return false;
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
