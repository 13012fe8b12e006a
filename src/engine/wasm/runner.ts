import { saidOf } from "../../i18n/errors";
import { reportLoss } from "../deviceLoss";
import { type Kernels, loadKernels } from "./kernels";
import { ThreadLost } from "./threads/board";
import { browserThreads, mayHaveThreads } from "./threads/spawn";
import { Team } from "./threads/team";

/** A kernel call, ready to be made again. */
export interface KernelCall {
  name: string;
  kernel: (...args: number[]) => void;
  /** Arguments of each of its shares (threads/shares.ts); most calls have one. */
  shares: readonly (readonly number[])[];
}

/** Runs kernels, on the threads that there are. */
export class KernelRunner {
  /** What kernels have taken so far, in milliseconds of the calling thread. */
  milliseconds = 0;
  private readonly kernels: Kernels;
  private others: Team | null;

  private constructor(kernels: Kernels, team: Team | null) {
    this.kernels = kernels;
    this.others = team;
  }

  /**
   * Loads the kernels on a memory, and starts threads where it can be shared.
   * @throws where the kernels cannot be had
   */
  static async load(memory: WebAssembly.Memory): Promise<KernelRunner> {
    const { kernels, build } = await loadKernels(memory);
    const team = mayHaveThreads(memory) ? await Team.start(kernels, { build, memory }, browserThreads()) : null;
    return new KernelRunner(kernels, team);
  }

  /** The threads that calls are divided between; null where there is one. */
  get team(): Team | null {
    return this.others;
  }

  /** Has other threads from now on, or none; what they work out is the same to the bit. */
  giveThreads(teamOf: ((kernels: Kernels) => Team) | null): void {
    this.others?.close();
    this.others = teamOf?.(this.kernels) ?? null;
  }

  /** @throws where the module has no such kernel */
  callOf(name: string, shares: KernelCall["shares"]): KernelCall {
    const kernel = this.kernels[name];
    if (!kernel) throw new Error(`There is no WebAssembly kernel "${name}".`);
    return { name, kernel, shares };
  }

  /**
   * Makes calls, one after the other.
   * @throws where a thread was lost in the midst of one: this thread is replaced then, with its memory, or goes on alone
   */
  perform(calls: readonly KernelCall[]): void {
    const before = performance.now();
    for (const { name, kernel, shares } of calls) {
      if (shares.length > 1 && this.others) this.performTogether(this.others, name, shares);
      else for (const share of shares) kernel(...share);
    }
    this.milliseconds += performance.now() - before;
  }

  private performTogether(team: Team, name: string, shares: KernelCall["shares"]): void {
    try {
      team.run(name, shares);
    } catch (error) {
      this.giveThreads(null);
      if (error instanceof ThreadLost) reportLoss(saidOf(error));
      throw error;
    }
  }
}
