import { within } from "../../within";
import type { Kernels } from "../kernels";
import { Board, type Perform, performer } from "./board";
import type { Assignment } from "./member";

/** Another thread. */
export interface Member {
  /** Rejects where it cannot begin. */
  ready: Promise<void>;
  terminate(): void;
}

/** Starts a thread that serves (member.ts). */
export type Spawn = (assignment: Assignment) => Member;

/**
 * Multiplications of the smallest call that is divided: about 60 µs of one thread. With 200,000 the `points` preset took 1.2 to 1.7 times
 * as long on two threads as on one, with this as long (test/bench/RESULTS.md).
 */
const LEAST_WORK = 1_000_000;
/** Threads beyond these wait for memory. */
const MOST_THREADS = 8;
/** A thread that has not begun by then is done without. */
const BEGINS_WITHIN_MS = 5_000;
/** The longest share of a step takes a tenth of a second. */
const PATIENCE_MS = 20_000;

interface Made {
  board: Board;
  members: readonly Member[];
  threads: number;
  leastWork: number;
}

/** Threads that run kernels together on the same memory: the one that calls, and others that were started for it. */
export class Team {
  /** How many there are, with the one that calls. */
  readonly threads: number;
  /** Multiplications below which they do not divide a call. */
  readonly leastWork: number;
  private readonly board: Board;
  private readonly members: readonly Member[];
  private readonly perform: Perform;
  private readonly places: ReadonlyMap<string, number>;

  private constructor(kernels: Kernels, { board, members, threads, leastWork }: Made) {
    this.board = board;
    this.members = members;
    this.threads = threads;
    this.leastWork = leastWork;
    this.perform = performer(kernels);
    this.places = new Map(Object.keys(kernels).map((name, place) => [name, place]));
  }

  /**
   * Starts as many threads as there are cores, less the one that calls.
   * @param given the module and the memory, which has to be shared
   * @returns null where none began in time
   */
  static async start(
    kernels: Kernels,
    given: Omit<Assignment, "board" | "seat">,
    { cores, spawn, withinMs = BEGINS_WITHIN_MS }: { cores: number; spawn: Spawn; withinMs?: number },
  ): Promise<Team | null> {
    const board = new Board();
    const asked = Array.from({ length: Math.min(cores, MOST_THREADS) - 1 }, (_, seat) =>
      spawn({ ...given, board: board.memory, seat }),
    );
    const begun = await Promise.all(asked.map((member) => beginsWithin(member, withinMs)));
    for (const [seat, mayBegin] of begun.entries()) board.decide(seat, mayBegin);
    const members = asked.filter((_, i) => begun[i]);
    for (const late of asked.filter((_, i) => !begun[i])) late.terminate();
    if (members.length === 0) return null;
    return new Team(kernels, { board, members, threads: members.length + 1, leastWork: LEAST_WORK });
  }

  /** A team whose other threads never came: the one that calls does all shares, also of small calls. On any memory. */
  static alone(kernels: Kernels, threads: number): Team {
    return new Team(kernels, { board: new Board(), members: [], threads, leastWork: 0 });
  }

  /**
   * Runs a kernel's shares, in any order and on any threads; returns when all are done.
   * @throws where one failed, or its thread is gone
   */
  run(kernel: string, shares: readonly (readonly number[])[]): void {
    this.board.run(this.places.get(kernel) as number, shares, this.perform, PATIENCE_MS);
  }

  /** Ends the other threads. */
  close(): void {
    this.board.close();
    for (const member of this.members) member.terminate();
  }
}

function beginsWithin({ ready }: Member, ms: number): Promise<boolean> {
  const begun = ready.then(
    () => true,
    () => false,
  );
  return within(begun, ms, false);
}
