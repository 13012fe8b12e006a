import type { Said } from "../../i18n/message";
import type { LabId } from "../../labs";
import type { LabRow } from "../../labs/types";
import { type Environment, type EnvironmentRecord, environmentRecord } from "../../record/environment";
import type { KeptLab } from "../../storage/keptLab";
import type { LabEnd, LabEvent } from "../../worker/protocol";

/** How a run of a lab stands. */
export interface LabProgress {
  phase: "waiting" | "running" | "stopped" | "finished" | "failed";
  done: number;
  total: number;
  /** Estimated from what was done in this run, in milliseconds. */
  timeLeft: number | null;
  failure: Said | null;
  /** Share of its data that is loaded, 0..1; null while nothing is. */
  loading: number | null;
}

/** One run of a lab, from the click to its end: gathers what the worker says of it. */
export class LabRun {
  readonly id: LabId;
  readonly key: string;
  readonly config: unknown;
  /** How it ended; never rejects. */
  readonly over: Promise<LabEnd>;
  /** Another list whenever there are more. */
  rows: LabRow[] = [];
  environment: EnvironmentRecord | null = null;
  private startedAt = new Date().toISOString();
  private phase: LabProgress["phase"] = "waiting";
  private failure: Said | null = null;
  private loading: number | null = null;
  private done = 0;
  private total = 0;
  private doneAtStart: number | null = null;
  private since: number | null = null;
  /** Time spent up to the stretch that is under way, that of earlier runs included. */
  private spent = 0;
  private spentBefore = 0;
  private readonly changed: (run: LabRun) => void;
  private end: (how: LabEnd) => void = () => undefined;

  /** @param changed called with everything that happens */
  constructor(id: LabId, key: string, config: unknown, changed: (run: LabRun) => void) {
    this.id = id;
    this.key = key;
    this.config = config;
    this.changed = changed;
    this.over = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  /** Takes in what was measured of this config before. */
  resumeFrom({ rows, environment, startedAt, durationMs }: KeptLab): void {
    this.rows = rows;
    this.environment = environment;
    this.startedAt = startedAt;
    this.spentBefore = durationMs;
    this.spent = durationMs;
  }

  get ended(): boolean {
    return this.phase !== "waiting" && this.phase !== "running";
  }

  handleEvent(event: LabEvent): void {
    if (this.ended) return;
    if (event.type === "started") this.begin(event.environment);
    else if (event.type === "loading") this.loading = event.share < 1 ? event.share : null;
    else if (event.type === "rows") this.rows = [...this.rows, ...event.rows];
    else if (event.type === "progress") this.count(event.done, event.total);
    else this.finish(event);
    this.changed(this);
  }

  /** Ends a run whose turn has not come; one under way ends when the worker says so. */
  cancelWaiting(): void {
    if (this.phase === "waiting") this.handleEvent({ type: "canceled" });
  }

  progress(): LabProgress {
    const { phase, done, total, failure, loading } = this;
    return { phase, done, total, failure, loading, timeLeft: this.timeLeft() };
  }

  /** The rows so far, as they are kept and exported; null before anything was measured. */
  result(): KeptLab | null {
    if (!this.environment) return null;
    const { id: lab, key, config, environment, startedAt, rows } = this;
    const finished = this.phase === "finished";
    return { key, lab, config, environment, startedAt, durationMs: this.spentNow(), finished, rows };
  }

  private begin(environment: Environment): void {
    this.environment = environmentRecord(environment);
    this.phase = "running";
    this.since = performance.now();
  }

  private count(done: number, total: number): void {
    this.loading = null;
    this.doneAtStart ??= done;
    this.done = done;
    this.total = total;
  }

  private finish(how: LabEnd): void {
    this.spent = this.spentNow();
    this.since = null;
    this.loading = null;
    this.phase = how.type === "canceled" ? "stopped" : how.type;
    this.failure = how.type === "failed" ? how.said : null;
    this.end(how);
  }

  private spentNow(): number {
    return this.spent + (this.since === null ? 0 : performance.now() - this.since);
  }

  private timeLeft(): number | null {
    const advanced = this.done - (this.doneAtStart ?? this.done);
    if (this.phase !== "running" || advanced <= 0) return null;
    return ((this.spentNow() - this.spentBefore) / advanced) * (this.total - this.done);
  }
}
