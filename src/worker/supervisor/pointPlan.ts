import type { UnderWay } from "./underWay";

/** Time until the first point of a stretch of training, and most between two that cost little, in milliseconds. */
const FIRST_POINT = 5_000;
const NEXT_POINT = 9_000;
/** Most of the time that points may take. */
const MOST_SHARE = 0.03;
/** A pause this long is one to keep a point of: steps that are made one by one are not held up. */
const AT_REST = 300;

interface PointPlanOptions {
  /** Takes a point of the run, if it is the one that there is. @returns whether it is */
  take: (run: UnderWay) => Promise<boolean>;
  now: () => number;
}

/** When points are taken of a run: every so often while it trains, and once it rests. */
export class PointPlan {
  private readonly options: PointPlanOptions;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PointPlanOptions) {
    this.options = options;
  }

  /** It trains, pauses or is over since now. */
  follow(run: UnderWay): void {
    this.stop();
    if (run.state === "running") this.plan(run, FIRST_POINT);
    else if (run.state !== "failed") this.plan(run, AT_REST);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private plan(run: UnderWay, delay: number): void {
    this.timer = setTimeout(() => void this.take(run), delay);
  }

  private async take(run: UnderWay): Promise<void> {
    const { take, now } = this.options;
    const begun = now();
    const isThere = await take(run);
    if (isThere && run.state === "running") this.plan(run, Math.max(NEXT_POINT, (now() - begun) / MOST_SHARE));
  }
}
