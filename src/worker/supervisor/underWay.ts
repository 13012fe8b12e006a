import { equal } from "../../config/paths";
import type { ExperimentConfig } from "../../config/schema";
import type { DatasetFiles } from "../../data/types";
import type { Said } from "../../i18n/message";
import type { RunChange } from "../../record/changes";
import { updatesMade } from "../../record/columns";
import type { Environment } from "../../record/environment";
import type { StateDict } from "../../training/stateDict/types";
import type { StartPoint, TrainingEvent, TrainingListener } from "../protocol";

interface Beginning {
  config: ExperimentConfig;
  files: DatasetFiles | null;
  listener: TrainingListener;
  from: StartPoint;
  /** Told that it trains, pauses or ends. */
  changed: (run: UnderWay) => void;
}

/** A run that a worker trains, as far as another one needs it to go on: where it stands, what is to be trained, and how it was a moment ago. */
export class UnderWay {
  readonly config: ExperimentConfig;
  readonly files: DatasetFiles | null;
  /** To go on from; null where that is the beginning. */
  point: StateDict | null;
  state: "paused" | "running" | "finished" | "failed" = "paused";
  /** What computes it; null until that is known. */
  backend: Environment["backend"] | null = null;
  /** Steps at which it is to pause, Infinity for its end; null while nothing is to be trained. */
  target: number | null = null;
  /** What was to be trained when it last came to a halt. */
  private halted: number | null = null;
  /** Whether it came to the steps that another worker was asked for; null where none was. */
  stepping: Promise<boolean> | null = null;
  /** Whether nobody asked for what is to be trained: it was made before. */
  isCatchingUp = false;
  private readonly beginning: Beginning;
  private readonly changes: RunChange[];
  /** As far as it has come. */
  private done: number;
  private asked = 0;
  /** Counts its workers: what comes of one before the last is no news. */
  private turn = 0;

  constructor(beginning: Beginning) {
    const { config, files, from } = beginning;
    this.beginning = beginning;
    this.config = config;
    this.files = files;
    this.point = from.resumeFrom ?? null;
    this.changes = [...(from.changes ?? [])];
    this.done = from.resumeFrom?.step ?? 0;
  }

  /** Whether something was trained that is not over. */
  get isAtWork(): boolean {
    return this.done > 0 && (this.state === "running" || this.state === "paused");
  }

  /** Whether it is to be trained, beyond what it was before. */
  get isWanted(): boolean {
    return this.target !== null && !this.isCatchingUp;
  }

  get isPointOld(): boolean {
    return this.done !== (this.point?.step ?? 0);
  }

  /** Where the next worker begins; what is handed over is a copy. */
  startPoint(): StartPoint {
    const { point, changes } = this;
    // What is there has its room already, whoever asked for it.
    const isUnasked = this.beginning.from.isUnasked && this.backend === null;
    return {
      ...(point && { resumeFrom: structuredClone(point) }),
      ...(changes.length > 0 && { changes }),
      ...(isUnasked && { isUnasked }),
    };
  }

  /** What the next worker tells its events to. */
  listener(): TrainingListener {
    const turn = ++this.turn;
    return (event) => {
      if (turn !== this.turn) return undefined;
      if (turn > 1 && event.type === "ready") this.rewind(event.runId);
      this.note(event);
      return this.beginning.listener(event);
    };
  }

  /** Asks a worker to train so many more steps. */
  async train(steps: number, ask: () => Promise<void>): Promise<void> {
    const isUnderWay = this.state === "running" && this.target !== null && Number.isFinite(this.target);
    this.target = (isUnderWay ? (this.target ?? 0) : this.done) + steps;
    this.asked++;
    try {
      await ask();
    } finally {
      this.asked--;
    }
    if (this.state !== "running") this.target = null;
  }

  /** What rests has those steps made again that are newer than its point. */
  catchUp(): void {
    if (this.target !== null) return;
    const isResting = this.state === "paused" || this.state === "finished";
    this.isCatchingUp = isResting && this.isPointOld;
    if (this.isCatchingUp) this.target = this.state === "finished" ? Number.POSITIVE_INFINITY : this.done;
  }

  /** It was called off while nobody trained it. */
  settle(): void {
    if (this.state !== "running") return;
    this.state = "paused";
    this.beginning.listener({ type: "state", state: "paused", runId: 0 });
  }

  fail(said: Said): void {
    this.listener()({ type: "failed", said, runId: 0 });
  }

  private rewind(runId: number): void {
    const step = this.point?.step ?? 0;
    this.done = step;
    this.beginning.listener({ type: "rewound", step, runId });
  }

  private note(event: TrainingEvent): void {
    if (event.type === "ready") this.backend = event.environment.backend;
    else if (event.type === "rows") this.done = Math.max(this.done, updatesMade(event.rows));
    else if (event.type === "timing") this.done = Math.max(this.done, event.step);
    else if (event.type === "changed") this.noteChange(event.change);
    else if (event.type === "failed") this.enter("failed");
    else if (event.type === "state") this.enter(event.state);
  }

  /** What was to be changed is known already. */
  private noteChange(change: RunChange): void {
    if (!this.changes.some((known) => equal(known, change))) this.changes.push(change);
  }

  /** A pause ends what was to be trained, unless more was asked for since, or the worker itself goes on: another run could not be made. */
  private enter(state: UnderWay["state"]): void {
    this.state = state;
    if (state === "running") this.target ??= this.halted ?? Number.POSITIVE_INFINITY;
    else this.halted = this.target;
    if (state !== "running" && (state !== "paused" || this.asked === 0)) this.target = null;
    this.beginning.changed(this);
  }
}
