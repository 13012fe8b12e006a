import type { BenchCase, Round, StartedContender } from "./case";

/** A case's medians over its rounds, or why it has none. */
export type Measured = { what: BenchCase } & ({ round: Round } | { error: string });

/** What a round is meant to last, and what a case may take in all, in milliseconds. */
const ROUND_MS = 600;
const CASE_MS = 12_000;
const MAX_STEPS = 20;
const ROUNDS = 5;
/** A step that is expected to take longer, going by fewer learners, is left out. */
const STEP_MS = 10_000;

/** Times all cases in turn, round by round, so that whatever else the machine does falls on all of them alike. */
export async function measure(
  cases: readonly BenchCase[],
  contenderOf: (what: BenchCase) => Promise<StartedContender>,
): Promise<Measured[]> {
  const runs = cases.map((what) => new CaseRun(what, contenderOf));
  for (let round = 0; round < ROUNDS; round++) {
    for (const run of runs) {
      const longest = Math.max(0, ...runs.map((other) => other.expectedMs(run.what)));
      await run.next(longest);
    }
  }
  return runs.map((run) => run.result());
}

class CaseRun {
  readonly what: BenchCase;
  private readonly contenderOf: (what: BenchCase) => Promise<StartedContender>;
  private readonly rounds: Round[] = [];
  private spentMs = 0;
  private error: string | null = null;

  constructor(what: BenchCase, contenderOf: (what: BenchCase) => Promise<StartedContender>) {
    this.what = what;
    this.contenderOf = contenderOf;
  }

  /** What a step of the same kind would take, if the time grew with the learners. */
  expectedMs(what: BenchCase): number {
    const first = this.rounds[0];
    const alike = what.library === this.what.library && what.captured === this.what.captured;
    return first && alike ? (first.msPerStep * what.arms.length * what.seeds) / first.learners : 0;
  }

  /** One more round, unless the case failed, has had its time, or is expected to hold up the others. */
  async next(expectedMs: number): Promise<void> {
    if (this.error !== null || this.spentMs > CASE_MS) return;
    if (this.rounds.length === 0 && expectedMs > STEP_MS) {
      this.error = `left out, some ${Math.round(expectedMs / 1000)} s per step`;
      return;
    }
    try {
      const contender = await this.contenderOf(this.what);
      const started = performance.now();
      this.rounds.push(await contender.round(this.what, this.steps()));
      this.spentMs += performance.now() - started;
    } catch (error) {
      this.error = `failed: ${error instanceof Error ? error.message.split("\n")[0] : error}`;
    }
  }

  result(): Measured {
    const first = this.rounds[0];
    if (this.error !== null || !first) return { what: this.what, error: this.error ?? "it was not run" };
    const of = (pick: (round: Round) => number) => median(this.rounds.map(pick));
    const times = { msPerStep: of((r) => r.msPerStep), jsMsPerStep: of((r) => r.jsMsPerStep) };
    return { what: this.what, round: { ...first, ...times } };
  }

  /** The first round is short, and says how many steps the others can have. */
  private steps(): number {
    const first = this.rounds[0];
    return first ? Math.max(1, Math.min(MAX_STEPS, Math.round(ROUND_MS / first.msPerStep))) : 2;
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
