import type { Playground } from "../../../session/playground";
import { TaskLine } from "./taskLine";

/** Something that shows the run and is drawn again when the clock says so. */
export interface Drawing {
  /** `first`: with every tick. `turn`: one of these a tick, in turn, since nobody reads ten small charts at once. */
  rank: "first" | "turn";
  visible: () => boolean;
  /** Draws, before it returns. */
  draw: () => void;
}

/** At most ten redraws a second, and never more than a quarter of the time. */
const INTERVAL = 100;
const SHARE = 4;

/** A round of drawings: when it began, and what drawing took of it until now, in milliseconds. */
interface Round {
  begun: number;
  worked: number;
}

/**
 * Decides when charts are drawn. Data may come faster than a slow device can draw it: the time between two ticks grows
 * with what the last one cost, so that the page stays as quick as the hand. What cannot be seen is not drawn; each drawing is a task of
 * its own.
 */
export class DrawClock {
  /** Charts that are to be drawn for the first time. */
  readonly beginnings = new TaskLine();
  private readonly playground: Playground;
  private readonly stale = new Map<Drawing, boolean>();
  private readonly urgent = new Set<Drawing>();
  private readonly late = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private nextTick = 0;

  constructor(playground: Playground) {
    this.playground = playground;
  }

  /** Listens to the store and to the tab until the returned function is called. */
  start(): () => void {
    const unsubscribe = this.playground.store.subscribe((state, before) => {
      if (state.revision === before.revision) return;
      for (const drawing of this.stale.keys()) this.stale.set(drawing, true);
      if (state.opened !== before.opened || state.run?.state !== before.run?.state) this.skipWait();
      this.request();
    });
    const shown = () => this.request();
    document.addEventListener("visibilitychange", shown);
    return () => {
      unsubscribe();
      document.removeEventListener("visibilitychange", shown);
      if (this.timer !== null) clearTimeout(this.timer);
      this.timer = null;
    };
  }

  /** @returns what ends the drawing's part in it */
  add(drawing: Drawing): () => void {
    this.stale.set(drawing, false);
    return () => {
      this.stale.delete(drawing);
      this.urgent.delete(drawing);
    };
  }

  /**
   * Tells what waits until it can be seen that everything is about to be drawn.
   * @returns what ends that
   */
  beforeAll(update: () => void): () => void {
    this.late.add(update);
    return () => this.late.delete(update);
  }

  /** Draws something that came into view with the next tick, out of turn. */
  hurry(drawing: Drawing): void {
    this.urgent.add(drawing);
    this.request();
  }

  /** A run that begins, pauses or ends is drawn as it is now, and not as it was before the last drawing was paid off. */
  private skipWait(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.nextTick = 0;
  }

  private request(): void {
    this.timer ??= setTimeout(() => this.tick(), Math.max(0, this.nextTick - performance.now()));
  }

  /** Draws what is stale now, seen or not. */
  drawAll(): void {
    this.beginnings.finish();
    for (const update of this.late) update();
    for (const [drawing, stale] of this.stale) if (stale) this.draw(drawing);
  }

  private draw(drawing: Drawing): void {
    drawing.draw();
    this.stale.set(drawing, false);
    this.urgent.delete(drawing);
  }

  private tick(): void {
    this.timer = null;
    if (document.hidden) return;
    this.drawInTurn(this.due(), { begun: performance.now(), worked: 0 });
  }

  /** One drawing a task. What skips the wait ends the round: what is left of it is stale still. */
  private drawInTurn([drawing, ...rest]: Drawing[], round: Round): void {
    const begun = performance.now();
    if (drawing && this.stale.has(drawing)) this.draw(drawing);
    const ended = performance.now();
    const worked = round.worked + ended - begun;
    if (rest.length > 0) {
      this.timer = setTimeout(() => this.drawInTurn(rest, { ...round, worked }));
      return;
    }
    this.timer = null;
    this.nextTick = Math.max(round.begun + INTERVAL, ended + (SHARE - 1) * worked);
    if (this.waiting().length > 0) this.request();
  }

  private waiting(): Drawing[] {
    return [...this.stale].filter(([drawing, stale]) => stale && drawing.visible()).map(([drawing]) => drawing);
  }

  /** Everything while nothing moves; else the first rank, the urgent, and the one whose turn it is, which then goes to the end of the line. */
  private due(): Drawing[] {
    const waiting = this.waiting();
    if (this.playground.state.run?.state !== "running") return waiting;
    const next = waiting.find((drawing) => drawing.rank === "turn");
    if (next) {
      this.stale.delete(next);
      this.stale.set(next, true);
    }
    return waiting.filter((drawing) => drawing.rank === "first" || drawing === next || this.urgent.has(drawing));
  }
}
