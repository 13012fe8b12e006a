import { within } from "../../engine/within";
import type { PlaygroundState, PlaygroundStore } from "../playgroundState";
import { type Run, trainedMs } from "../run";
import { nextInterval } from "../saveInterval";
import type { Checkpoints } from "./checkpoints";
import type { RunClaims } from "./claims";
import type { KeptCheckpoints } from "./kept";

/** Time until the first checkpoint of a run, in milliseconds. */
const FIRST_INTERVAL = 5_000;
/** Training that nobody should lose by a key, in milliseconds. */
const LONG = 30_000;
/** Most time that the next run waits for the one that it takes the place of, in milliseconds: storage may never answer. */
const LEAVING = 3_000;
/** Most of the time that checkpoints may take, the training waiting or not. */
const MOST_SHARE = 0.03;

/**
 * Time until the next checkpoint, in milliseconds.
 * @param cost what the last one took, in all
 * @param before time until that one
 */
export function intervalAfter(cost: number, before: number): number {
  return nextInterval(before, cost, MOST_SHARE);
}

interface AutomaticOptions {
  store: PlaygroundStore;
  checkpoints: Pick<Checkpoints, "take">;
  kept: KeptCheckpoints;
  claims: RunClaims;
  /** Until the first checkpoint of a stretch of training, in milliseconds. */
  interval?: number | undefined;
  /** Training after which a run that gives way to another is offered, in milliseconds. */
  long?: number | undefined;
}

/** Keeps the run on the page as it goes on: while it trains every so often, and whenever it stops. */
export class AutomaticCheckpoints {
  private readonly options: AutomaticOptions;
  private interval: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The one under way; they follow one another. Never rejects: what fails must not keep the later ones from their turn. */
  private last: Promise<unknown> = Promise.resolve();
  /** Run and step of the latest. */
  private latest = "";

  constructor(options: AutomaticOptions) {
    this.options = options;
    this.interval = options.interval ?? FIRST_INTERVAL;
    options.store.subscribe((state, before) => {
      if (state.run?.id !== before.run?.id) this.follow(state.run, before);
      if (state.run?.state !== before.run?.state || state.unasked !== before.unasked) this.look(state.run);
    });
  }

  /** Resolves when nothing is being kept any more. */
  async done(): Promise<void> {
    await this.last;
  }

  /** Another run is about to take this one's place: one that was trained for long is kept as it is now. */
  async leave(): Promise<void> {
    const { run } = this.options.store.getState();
    if (!run || !this.isLong(run)) return;
    this.request();
    await within(this.done(), LEAVING, undefined);
  }

  private inTurn(work: () => Promise<void> | void): void {
    this.last = this.last.then(() => this.options.kept.attempt(async () => work()));
  }

  /** Another run has taken the place of one, which was given up; where that was trained for long, it is offered to go on with. */
  private follow(run: Run | null, { run: left }: PlaygroundState): void {
    const { kept, claims } = this.options;
    claims.claim(run?.id ?? null);
    this.interval = this.options.interval ?? FIRST_INTERVAL;
    if (!left) return;
    // What is offered stays open: any tab that looks again would take it for one that is over.
    this.inTurn(() => (this.isLong(left) ? this.offer(left.id) : kept.close(left.id)));
  }

  private isLong(run: Run): boolean {
    const isUnderWay = run.state === "paused" || run.state === "running";
    return isUnderWay && run.step > 0 && trainedMs(run) >= (this.options.long ?? LONG);
  }

  private look(run: Run | null): void {
    clearTimeout(this.timer);
    if (run && run.state !== "finished") this.options.claims.claim(run.id);
    if (run?.state === "running") this.timer = setTimeout(() => this.request(), this.interval);
    else if (run?.state === "paused" || run?.state === "finished") this.request();
    else if (run?.state === "failed") this.offer(run.id);
    if (run?.state === "finished") this.inTurn(() => this.release(run.id));
  }

  /** What is over, and is kept as over, is no page's own any more. */
  private release(id: string): void {
    const { store, claims } = this.options;
    const { run } = store.getState();
    if (run?.id === id && run.state === "finished") claims.claim(null);
  }

  /** What broke, or was left, can be gone on with. */
  private offer(id: string): void {
    const { store } = this.options;
    const interrupted = store.getState().checkpoints.find((head) => head.id === id);
    if (interrupted) store.setState({ interrupted });
  }

  /** Keeps the run soon, if it has gone on since it was kept. */
  request(): void {
    this.inTurn(() => this.keepInTime());
  }

  /** Keeps the run; while it trains, the next time is as far away as this one took. */
  private async keepInTime(): Promise<void> {
    const begun = performance.now();
    const { run } = this.options.store.getState();
    const isKept = await this.keep();
    const now = this.options.store.getState().run;
    if (now?.state !== "running") return;
    // A lab that had its turn meanwhile would count as well, but then the run had paused.
    if (isKept && run?.state === "running") this.interval = intervalAfter(performance.now() - begun, this.interval);
    this.look(now);
  }

  /** What the page trains unasked is nobody's. Resolves to whether there was anything to keep. */
  private async keep(): Promise<boolean> {
    const { store, checkpoints, kept } = this.options;
    const { run, unasked } = store.getState();
    if (!run || run.step === 0 || unasked || this.latest === markOf(run)) return false;
    const checkpoint = await checkpoints.take().catch(() => null);
    if (checkpoint && checkpoint.run?.id === run.id) {
      const { step } = checkpoint.state;
      this.latest = markOf({ ...run, step });
      await kept.keep(checkpoint, store.getState().run?.state !== "finished");
    } else if (run.state === "finished") await kept.close(run.id);
    return true;
  }
}

function markOf({ id, step, state }: Run): string {
  return `${id} ${step} ${state === "finished"}`;
}
