import { firstPlace } from "./search";

/** How long a run had trained at its steps: a few points of wall-clock time, between which a straight line is near enough. */

/** Points that are kept at most; where there are more, every second one goes. */
const MOST = 512;

/** Time spent training, in milliseconds and without pauses, by the updates made. */
export class TrainingClock {
  private steps: number[] = [0];
  private times: number[] = [0];

  /** @param points as `points` gives them */
  static of(points: ClockPoints): TrainingClock {
    const clock = new TrainingClock();
    points.step.forEach((step, i) => {
      clock.note(step, points.ms[i] ?? Number.NaN);
    });
    return clock;
  }

  /** A copy of the readings up to a step. */
  upTo(step: number): TrainingClock {
    const cut = new TrainingClock();
    this.steps.forEach((other, i) => {
      if (other <= step) cut.note(other, this.times[i] as number);
    });
    return cut;
  }

  /** Whether nothing is known yet. */
  get isEmpty(): boolean {
    return this.steps.length === 1;
  }

  /** Takes a reading, in whole milliseconds; one that is no later than the last says nothing new. */
  note(step: number, time: number): void {
    const ms = Math.round(time);
    if (!(step > (this.steps.at(-1) as number)) || !(ms >= (this.times.at(-1) as number))) return;
    this.steps.push(step);
    this.times.push(ms);
    if (this.steps.length > MOST) this.thin();
  }

  /** Milliseconds at a step; beyond the last reading, the last. NaN while nothing is known. */
  at(step: number): number {
    const { steps, times } = this;
    if (this.isEmpty) return Number.NaN;
    const after = firstPlace(0, steps.length, (i) => (steps[i] as number) >= step);
    if (after === 0) return 0;
    if (after === steps.length) return times.at(-1) as number;
    const [from, to] = [steps[after - 1], steps[after]] as [number, number];
    const [begun, ended] = [times[after - 1], times[after]] as [number, number];
    return begun + ((step - from) / (to - from)) * (ended - begun);
  }

  /** Milliseconds at the first reading; NaN while nothing is known. Axes ask at every redraw: nothing is copied for it. */
  get first(): number {
    return this.times[1] ?? Number.NaN;
  }

  /** The readings, without the zero that all begin with. */
  get points(): ClockPoints {
    return { step: this.steps.slice(1), ms: this.times.slice(1) };
  }

  /** The first and the last stay. */
  private thin(): void {
    const stays = (_: number, i: number) => i % 2 === 0 || i === MOST;
    this.steps = this.steps.filter(stays);
    this.times = this.times.filter(stays);
  }
}

/** As a record has them: ascending steps, each with its milliseconds. */
export interface ClockPoints {
  step: number[];
  ms: number[];
}
