import { Budget, Late, within } from "./budget";
import type { BenchCase, Round, StartedContender } from "./case";
import type { Shares } from "./venues/profile";

/** A case's medians over its rounds, or why it has none. */
export type Measured = { what: BenchCase } & (
  | { round: Round; rounds: number; spread: number; shares: Shares | null }
  | { error: string }
);

/** Whoever runs a case; `drop` ends one that does not answer, so that the next case gets another. */
export interface Contenders {
  of(what: BenchCase): Promise<StartedContender>;
  drop(what: BenchCase): void;
}

/** What a round is meant to last, and what a case may take in all, in milliseconds. */
const ROUND_MS = 400;
const CASE_MS = 12_000;
/** A contender's start, or the warm-up and first step of a case; and how far beyond its table's end that may go. */
const FIRST_MS = 60_000;
const BEYOND_MS = 15_000;
const MAX_STEPS = 250;
/** The first is one step, and counts only where the time did not do for others. */
const ROUNDS = 6;
/** A step that is expected to take longer, going by fewer learners, is left out. */
const STEP_MS = 4_000;

/**
 * Times all cases in turn, round by round, so that whatever else the machine does falls on all of them alike.
 * @param limits seconds after which nothing more is begun, once all contenders have started
 */
export async function measure(
  cases: readonly BenchCase[],
  contenders: Contenders,
  { seconds, rounds = ROUNDS }: { seconds: number; rounds?: number },
): Promise<Measured[]> {
  const runs = cases.map((what) => new CaseRun(what, contenders));
  for (const run of runs) await run.start();
  const budget = new Budget(seconds);
  for (let round = 0; round < rounds; round++) {
    for (const run of runs) {
      const longest = Math.max(0, ...runs.map((other) => other.expectedMs(run.what)));
      await run.next(longest, budget);
    }
  }
  for (const run of runs) await run.profile(budget);
  return runs.map((run) => run.result());
}

class CaseRun {
  readonly what: BenchCase;
  private readonly contenders: Contenders;
  private readonly rounds: Round[] = [];
  private spentMs = 0;
  private error: string | null = null;
  private shares: Shares | null = null;

  constructor(what: BenchCase, contenders: Contenders) {
    this.what = what;
    this.contenders = contenders;
  }

  /** What a step of the same kind would take, if the time grew with the learners. */
  expectedMs(what: BenchCase): number {
    const first = this.rounds[0];
    if (typeof what.task === "object") return 0;
    const key = ({ engine, library, backend, kernels, captured }: BenchCase) =>
      [engine, library, backend, kernels, captured].join();
    return first && key(what) === key(this.what)
      ? (first.msPerStep * what.arms.length * what.seeds) / first.learners
      : 0;
  }

  /** One more round, unless the case failed, has had its time, or is expected to hold up the others. */
  async next(expectedMs: number, budget: Budget): Promise<void> {
    if (this.error !== null || this.spentMs > CASE_MS) return;
    const first = this.rounds.length === 0;
    if (first && expectedMs > STEP_MS) this.error = `left out: some ${Math.round(expectedMs / 1000)} s per step`;
    else if (first && budget.leftMs <= 0) this.error = "left out: the time for this table was up";
    else if (budget.leftMs > 0) await this.run(Math.min(FIRST_MS, budget.leftMs + BEYOND_MS));
  }

  /** On WebAssembly, whose calls are made on the same thread: after the rounds, since a profiler slows down what it looks at. */
  async profile(budget: Budget): Promise<void> {
    const { backend, task } = this.what;
    if (this.error !== null || backend !== "wasm" || task !== "train" || budget.leftMs < 0) return;
    await this.attempt(BEYOND_MS, async () => {
      const contender = await this.contenders.of(this.what);
      this.shares = (await contender.shares?.(this.what, this.steps())) ?? null;
    });
  }

  result(): Measured {
    const first = this.rounds[0];
    if (this.error !== null || !first) return { what: this.what, error: this.error ?? "it was not run" };
    const counted = this.rounds.length > 1 ? this.rounds.slice(1) : this.rounds;
    const times = counted.map((r) => r.msPerStep);
    const jsMsPerStep = first.jsMsPerStep === null ? null : median(counted.map((r) => r.jsMsPerStep ?? 0));
    const msPerStep = median(times);
    const dispatchesPerStep = this.rounds.at(-1)?.dispatchesPerStep ?? null;
    return {
      what: this.what,
      round: { ...first, msPerStep, jsMsPerStep, dispatchesPerStep },
      rounds: times.length,
      shares: this.shares,
      spread: (Math.max(...times) - Math.min(...times)) / msPerStep,
    };
  }

  /** Pages are built and loaded, kernels are checked. */
  start(): Promise<void> {
    return this.attempt(FIRST_MS, async () => {
      await this.contenders.of(this.what);
    });
  }

  private async run(atMostMs: number): Promise<void> {
    const started = performance.now();
    await this.attempt(atMostMs, async () => {
      const contender = await this.contenders.of(this.what);
      this.rounds.push(await contender.round(this.what, this.steps()));
    });
    this.spentMs += performance.now() - started;
  }

  private async attempt(atMostMs: number, work: () => Promise<void>): Promise<void> {
    try {
      await within(atMostMs, work());
    } catch (error) {
      if (error instanceof Late) this.contenders.drop(this.what);
      this.error = `failed: ${error instanceof Error ? error.message.split("\n")[0] : error}`;
    }
  }

  /** The first round is one step, and says how many the others can have. */
  private steps(): number {
    const first = this.rounds.at(-1);
    return first ? Math.max(1, Math.min(MAX_STEPS, Math.round(ROUND_MS / first.msPerStep))) : 1;
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
