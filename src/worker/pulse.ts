import { watchDevices } from "../engine/deviceLoss";
import type { Said } from "../i18n/message";

/** By what the page knows that the worker lives: it beats as long as its event loop turns. */

/** Time between two beats, in milliseconds. */
const BEAT = 2_000;
/** While WebGPU trains, this thread only queues work: a silence of 10 seconds is an endless loop. */
const SOON = 10_000;
/** Else a step, a shader that WebGL compiles, or a file that is unpacked may each be one task, on a slow phone a long one. */
const LATE = 60_000;

/** A message beside those of Comlink. */
export interface Pulse {
  pulse: {
    /** How long the silence after this may last, in milliseconds. */
    patience: number;
    /** The browser's lock that this thread holds as long as it is there. */
    lock?: string;
    /** A device is gone, and all that lay on it. */
    lost?: Said;
  };
}

interface Conditions {
  post: (message: Pulse) => void;
  /** Null where the browser has none. */
  locks: Pick<LockManager, "request"> | undefined;
  answersSoon: () => boolean;
}

/**
 * Beats from now on, says that it is gone by a lock, which the browser takes away with the thread, and tells of a lost device.
 *
 * @returns beats between two beats: to be called before a task that may last long
 */
export function startPulse({ post, locks, answersSoon }: Conditions): () => void {
  const beat = (more: Partial<Pulse["pulse"]> = {}) =>
    post({ pulse: { patience: answersSoon() ? SOON : LATE, ...more } });
  watchDevices((lost) => beat({ lost }));
  setInterval(() => beat(), BEAT);
  beat();
  const lock = `flatnce-worker ${Math.random()}`;
  const held = () => {
    beat({ lock });
    return new Promise(() => undefined);
  };
  // A browser may refuse locks (a sandboxed frame): then only silence tells.
  locks?.request(lock, held).catch(() => undefined);
  return () => beat();
}

/** What a message says of the worker; null where it is one of Comlink's. */
export function pulseOf(message: unknown): Pulse["pulse"] | null {
  return typeof message === "object" && message !== null && "pulse" in message ? (message as Pulse).pulse : null;
}
