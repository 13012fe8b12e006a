/** Time between two reports of how far the loading is, in milliseconds. */
const REPORT_INTERVAL = 100;

/** Thins out the reports of a loading. One that lasts is reported in any case, so that it is shown and can be called off. */
export class ProgressReports {
  private readonly report: (share: number) => void;
  private readonly first: ReturnType<typeof setTimeout>;
  private share = 0;
  private hasReported = false;
  private reportedAt = performance.now();

  constructor(report: (share: number) => void) {
    this.report = report;
    this.first = setTimeout(() => this.send(), REPORT_INTERVAL);
  }

  reach(share: number): void {
    // All of the bytes is not yet the data set: `complete` says when that is there.
    this.share = Math.min(share, 0.99);
    if (performance.now() - this.reportedAt < REPORT_INTERVAL) return;
    clearTimeout(this.first);
    this.send();
  }

  /** Everything is there: who was told how far the loading is does not show it any longer. */
  complete(): void {
    this.share = 1;
    if (this.hasReported) this.send();
  }

  end(): void {
    clearTimeout(this.first);
  }

  private send(): void {
    this.reportedAt = performance.now();
    this.hasReported = true;
    this.report(this.share);
  }
}
