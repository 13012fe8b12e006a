/** Time between two looks, in milliseconds. */
const LOOK = 1_000;
/** Most that one look adds to a silence: a page that slept, or had no time itself, has heard nobody meanwhile. */
const MOST_A_LOOK = 2 * LOOK;

interface WatchdogOptions {
  /** Called once, with how long it was silent in milliseconds. */
  silent(ms: number): void;
  now?: () => number;
}

/**
 * Notices that a worker says nothing any more. Only time in which the page itself ran counts, so that a hidden or frozen tab, and a clock that
 * jumps after a sleep, are taken for no silence of the worker's.
 */
export class Watchdog {
  private readonly options: WatchdogOptions;
  private readonly now: () => number;
  private readonly timer: ReturnType<typeof setInterval>;
  private looked: number;
  private silence = 0;
  /** Null until it was heard: its file may be long in coming. */
  private patience: number | null = null;

  constructor(options: WatchdogOptions) {
    this.options = options;
    this.now = options.now ?? (() => performance.now());
    this.looked = this.now();
    this.timer = setInterval(() => this.look(), LOOK);
  }

  /** @param patience how long the next silence may last, in milliseconds; as long as before where it is left out */
  heard(patience?: number): void {
    this.silence = 0;
    if (patience !== undefined) this.patience = patience;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const now = this.now();
    this.silence += Math.max(0, Math.min(now - this.looked, MOST_A_LOOK));
    this.looked = now;
    if (this.patience === null || this.silence <= this.patience) return;
    this.stop();
    this.options.silent(this.silence);
  }
}
