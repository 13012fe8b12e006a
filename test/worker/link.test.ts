import * as Comlink from "comlink";
import { afterEach, describe, expect, it, vi } from "vitest";
import { verbatim } from "../../src/i18n/errors";
import { texts } from "../../src/worker/errors";
import { WorkerLink } from "../../src/worker/link";
import type { Pulse } from "../../src/worker/pulse";
import type { Loss } from "../../src/worker/supervisor/losses";

/** A worker whose file does not come. */
class MissingWorker extends EventTarget {
  terminated = false;
  postMessage(): void {
    setTimeout(() => this.dispatchEvent(new Event("error")));
  }
  terminate(): void {
    this.terminated = true;
  }
}

/** A worker that answers, and does what it is told to. */
class AnsweringWorker {
  terminated = false;
  private readonly port: MessagePort;
  private readonly ear: MessagePort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port = port2;
    this.ear = port1;
    const answers = {
      pause: async () => undefined,
      stop: () => Promise.reject(new Error("no run")),
      stateDict: () => new Promise(() => undefined),
    };
    Comlink.expose(answers, port1);
  }

  get worker(): Worker {
    const terminate = () => this.terminate();
    return Object.assign(this.port, { terminate }) as unknown as Worker;
  }

  beat(pulse: Partial<Pulse["pulse"]> = {}): void {
    this.port.dispatchEvent(new MessageEvent("message", { data: { pulse: { patience: 10_000, ...pulse } } }));
  }

  throwError(message: string): void {
    this.port.dispatchEvent(Object.assign(new Event("error"), { message }));
  }

  terminate(): void {
    this.terminated = true;
    this.port.close();
    this.ear.close();
  }
}

/** The browser's locks, of which a test says when one is free. */
class FakeLocks {
  private readonly waiting = new Map<string, () => unknown>();
  request = ((name: string, _options: LockOptions, granted: () => unknown) => {
    this.waiting.set(name, granted);
    return new Promise(() => undefined);
  }) as LockManager["request"];
  free(name: string): void {
    this.waiting.get(name)?.();
  }
}

function linkTo(...workers: Worker[]) {
  const losses: Loss[] = [];
  const locks = new FakeLocks();
  const time = { now: 0 };
  const link = new WorkerLink({
    make: () => workers.shift()!,
    lost: (loss) => losses.push(loss),
    locks,
    now: () => time.now,
  });
  return { link, losses, locks, time };
}

afterEach(() => {
  vi.useRealTimers();
});

it("tells all who wait that the worker could not be loaded, and tries anew", async () => {
  const missing = new MissingWorker();
  const answering = new AnsweringWorker();
  const { link, losses } = linkTo(missing as unknown as Worker, answering.worker);
  const calls = await Promise.allSettled([link.call((r) => r.pause()), link.call((r) => r.stop())]);
  expect(calls).toMatchObject([{ reason: { said: texts.notLoaded } }, { reason: { said: texts.notLoaded } }]);
  expect(missing.terminated).toBe(true);
  await link.call((remote) => remote.pause());
  await expect(link.call((remote) => remote.stop())).rejects.toThrow("no run");
  expect(losses).toEqual([]);
  answering.terminate();
});

it("says of each worker that it was made, before that is asked anything else", async () => {
  const workers = [new MissingWorker(), new MissingWorker()];
  const asked: string[] = [];
  const link: WorkerLink = new WorkerLink({
    make: () => workers.shift() as unknown as Worker,
    lost: () => undefined,
    opened: () => void ask("opened"),
  });
  const ask = (what: string) =>
    link
      .call((remote) => {
        asked.push(what);
        return remote.pause();
      })
      .catch(() => undefined);
  for (const what of ["first", "second"]) await ask(what);
  expect(asked).toEqual(["opened", "first", "opened", "second"]);
});

describe("a worker", () => {
  const ways: Record<string, [of: Loss["of"], id: string, lose: (worker: AnsweringWorker, locks: FakeLocks) => void]> =
    {
      "that ends": ["worker", texts.ended.id, (_worker, locks) => locks.free("its lock")],
      "that an error escapes": ["worker", texts.threw.id, (worker) => worker.throwError("out of memory")],
      "whose device is lost": [
        "device",
        "lost",
        (worker) => worker.beat({ lost: { ...verbatim("gone"), id: "lost" } }),
      ],
    };

  it.each(Object.entries(ways))(
    "%s is ended, those who wait for it are told, and the next call asks another",
    async (_name, [of, id, lose]) => {
      const [first, second] = [new AnsweringWorker(), new AnsweringWorker()];
      const { link, losses, locks } = linkTo(first.worker, second.worker);
      await link.call((remote) => remote.pause());
      first.beat({ lock: "its lock" });
      const waiting = link.call((remote) => remote.stateDict());
      lose(first, locks);
      await expect(waiting).rejects.toMatchObject({ name: "WorkerLost", said: { id } });
      expect(losses).toMatchObject([{ of, said: { id } }]);
      expect(first.terminated).toBe(true);
      await link.call((remote) => remote.pause());
      expect(losses).toHaveLength(1);
      second.terminate();
    },
  );

  it("that is silent for too long is ended, and the next one is given three times as long", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const workers = [new AnsweringWorker(), new AnsweringWorker()];
    const { link, losses, time } = linkTo(...workers.map(({ worker }) => worker));
    /** Seconds until the silence after a beat is noticed. */
    const noticed = async (worker: AnsweringWorker) => {
      await link.call((remote) => remote.pause());
      worker.beat();
      const before = losses.length;
      for (let seconds = 1; ; seconds++) {
        time.now += 1000;
        vi.advanceTimersByTime(1000);
        if (losses.length > before) return seconds;
      }
    };
    expect([await noticed(workers[0]!), await noticed(workers[1]!)]).toEqual([11, 31]);
    expect(losses).toMatchObject([
      { of: "worker", said: { id: texts.silent.id }, silence: 11_000 },
      { of: "worker", silence: 31_000 },
    ]);
  });
});
