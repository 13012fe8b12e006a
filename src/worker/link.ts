import * as Comlink from "comlink";
import { PlaygroundError } from "../i18n/errors";
import { say } from "../i18n/message";
import { texts } from "./errors";
import type { WorkerService } from "./protocol";
import { type Pulse, pulseOf } from "./pulse";
import { type Loss, WorkerLost } from "./supervisor/losses";
import { Watchdog } from "./supervisor/watchdog";

type Remote = Comlink.Remote<WorkerService>;

/** A worker that was made, and who waits for an answer of it. */
interface Line {
  worker: Worker;
  remote: Remote;
  waiting: Set<(reason: PlaygroundError) => void>;
  watchdog: Watchdog;
  /** Ends the wait for the worker's lock. */
  closing: AbortController;
  /** Whether anything has come from it. */
  alive: boolean;
}

interface LinkOptions {
  make: () => Worker;
  /** Called when a worker was made; what it is asked meanwhile comes before all else. */
  opened?: () => void;
  /** Called with what became of a worker that had started, before those who waited for it are told; the next call makes another. */
  lost: (loss: Loss) => void;
  locks?: Pick<LockManager, "request"> | undefined;
  now?: () => number;
}

/** So many times longer is the next worker waited for where one was given up because of its silence: it may have been at work. */
const MORE_PATIENCE = 3;

/**
 * The way to the training worker, which is made when it is first called. Where its file does not come, whoever waits for an
 * answer is told, and the next call tries again. A worker that ends, breaks, falls silent or loses its device is ended.
 */
export class WorkerLink {
  private readonly options: LinkOptions;
  private line: Line | null = null;
  private patience = 1;

  constructor(options: LinkOptions) {
    this.options = options;
  }

  /** @throws PlaygroundError `notLoaded` where the worker does not start; WorkerLost where it is gone; what the worker throws */
  async call<T>(ask: (remote: Remote) => Promise<T>): Promise<T> {
    if (!this.line) {
      this.line = this.open();
      this.options.opened?.();
    }
    const { remote, waiting } = this.line;
    return new Promise((resolve, reject) => {
      waiting.add(reject);
      ask(remote)
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
  }

  private open(): Line {
    const { make, now } = this.options;
    const worker = make();
    const silent = (ms: number) => {
      this.patience *= MORE_PATIENCE;
      this.lose(line, { of: "worker", said: say(texts.silent, { seconds: Math.round(ms / 1000) }), silence: ms });
    };
    const line: Line = {
      worker,
      remote: Comlink.wrap<WorkerService>(worker),
      waiting: new Set(),
      watchdog: new Watchdog({ silent, ...(now && { now }) }),
      closing: new AbortController(),
      alive: false,
    };
    worker.addEventListener("message", ({ data }) => this.receive(line, pulseOf(data)));
    worker.addEventListener("error", ({ message }) => {
      if (!line.alive) this.close(line, () => new PlaygroundError(texts.notLoaded));
      else this.lose(line, { of: "worker", said: say(texts.threw, { reason: message }), silence: 0 });
    });
    return line;
  }

  private receive(line: Line, pulse: Pulse["pulse"] | null): void {
    line.alive = true;
    line.watchdog.heard(pulse ? this.patience * pulse.patience : undefined);
    if (pulse?.lock) this.awaitEnd(line, pulse.lock);
    if (pulse?.lost) this.lose(line, { of: "device", said: pulse.lost, silence: 0 });
  }

  /** The browser gives the lock of a worker to the next one once the worker is gone, however it went. */
  private awaitEnd(line: Line, lock: string): void {
    const gone = async () => this.lose(line, { of: "worker", said: texts.ended, silence: 0 });
    this.options.locks?.request(lock, { signal: line.closing.signal }, gone).catch(() => undefined);
  }

  private lose(line: Line, loss: Loss): void {
    if (this.line !== line) return;
    this.line = null;
    this.options.lost(loss);
    this.close(line, () => new WorkerLost(loss.said));
  }

  private close(line: Line, reason: () => PlaygroundError): void {
    if (this.line === line) this.line = null;
    line.watchdog.stop();
    line.closing.abort();
    line.worker.terminate();
    for (const reject of line.waiting) reject(reason());
  }
}
