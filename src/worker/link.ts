import * as Comlink from "comlink";
import { PlaygroundError, verbatim } from "../i18n/errors";
import type { Said } from "../i18n/message";
import { texts } from "./errors";
import type { TrainingService } from "./protocol";

type Remote = Comlink.Remote<TrainingService>;

/** A worker that was made, and who waits for an answer of it. */
interface Line {
  worker: Worker;
  remote: Remote;
  waiting: Set<(reason: PlaygroundError) => void>;
  /** Whether anything has come from it. */
  alive: boolean;
}

interface LinkOptions {
  make: () => Worker;
  /** Called with the reason where an error escaped a worker that had started. */
  crashed: (said: Said) => void;
}

/**
 * The way to the training worker, which is made when it is first called. Where its file does not come, whoever waits for an
 * answer is told, and the next call tries again.
 */
export class WorkerLink {
  private readonly options: LinkOptions;
  private line: Line | null = null;

  constructor(options: LinkOptions) {
    this.options = options;
  }

  /** @throws PlaygroundError `notLoaded` where the worker does not start; what the worker throws */
  async call<T>(ask: (remote: Remote) => Promise<T>): Promise<T> {
    this.line ??= this.open();
    const { remote, waiting } = this.line;
    return new Promise((resolve, reject) => {
      waiting.add(reject);
      ask(remote)
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
  }

  private open(): Line {
    const worker = this.options.make();
    const line: Line = { worker, remote: Comlink.wrap<TrainingService>(worker), waiting: new Set(), alive: false };
    worker.addEventListener("message", () => {
      line.alive = true;
    });
    worker.addEventListener("error", (event) => {
      if (line.alive) this.options.crashed(verbatim(event.message));
      else this.close(line);
    });
    return line;
  }

  private close(line: Line): void {
    if (this.line === line) this.line = null;
    line.worker.terminate();
    for (const reject of line.waiting) reject(new PlaygroundError(texts.notLoaded));
  }
}
