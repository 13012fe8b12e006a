import { browserClaims } from "../../../src/session/checkpoints/claims";
import { Playground } from "../../../src/session/playground";
import type { PlaygroundOptions } from "../../../src/session/playgroundOptions";
import { browserTurn } from "../../../src/session/queue/turn";
import { browserTabs } from "../../../src/session/tabs/tabs";
import { DEFAULT_VIEW } from "../../../src/session/view";
import { memoryCheckpoints } from "../../../src/storage/checkpoints/checkpointStore";
import type { SharedText } from "../../../src/storage/keptText";
import { historyIn } from "../../../src/storage/runs/history";
import { memoryRuns, type RunStore } from "../../../src/storage/runs/runStore";
import { tinyConfig } from "../../support/experiment";
import { FakeService } from "../fakeService";
import { settle } from "../loadedPlayground";

type Hear = (event: MessageEvent) => void;

/** Channels that pass messages on as a browser does: later, and not to the one that spoke. */
class FakeChannels {
  private readonly hearers = new Set<Hear[]>();
  readonly said: unknown[] = [];
  /** Messages that nobody has heard yet. */
  onTheWay = 0;

  open = () => {
    const own: Hear[] = [];
    this.hearers.add(own);
    return {
      postMessage: (data: unknown) => this.post(data, own),
      addEventListener: (_: string, hear: unknown) => own.push(hear as Hear),
    };
  };

  /** What anybody may say. */
  post(data: unknown, own?: Hear[]): void {
    this.said.push(data);
    for (const others of this.hearers) if (others !== own) this.deliver(data, others);
  }

  private deliver(data: unknown, hearers: Hear[]): void {
    this.onTheWay++;
    setTimeout(() => {
      this.onTheWay--;
      for (const hear of hearers) hear({ data } as MessageEvent);
    });
  }
}

type Work = (lock: object | null) => Promise<void>;

/** Turns of the event loop without a message after which all is quiet: what a tab does has a few steps of its own. */
const QUIET_TURNS = 8;

/** Locks that tabs hold until their promise resolves, or the tab is gone. */
class FakeLocks {
  private readonly held: { name: string; mode: LockMode; tab: object }[] = [];

  /** As a tab sees them. */
  of(tab: object): LockManager {
    const request = async (name: string, ...[first, second]: [Work] | [LockOptions, Work]) => {
      const [options, work] = typeof first === "function" ? [{}, first] : [first, second as Work];
      if (options.ifAvailable && this.isHeld(name)) return work(null);
      while (options.mode === "shared" && this.isHeld(name)) await settle();
      const lock = { name, mode: options.mode ?? "exclusive", tab };
      this.held.push(lock);
      await work(lock);
      this.release((other) => other === lock);
    };
    return { request, query: async () => ({ held: [...this.held], pending: [] }) } as unknown as LockManager;
  }

  private isHeld(name: string): boolean {
    return this.held.some((lock) => lock.name === name);
  }

  release(isMeant: (lock: { name: string; tab: object }) => boolean): void {
    this.held.splice(0, this.held.length, ...this.held.filter((lock) => !isMeant(lock)));
  }
}

/** A text that all tabs have; those that did not write it are told later. */
class FakeSharedText {
  content: string | null = null;
  private readonly hearers: { changed: () => void; tab: object }[] = [];

  of(tab: object): SharedText {
    return {
      read: () => this.content,
      write: (text) => {
        this.content = text;
        for (const other of this.hearers) if (other.tab !== tab) setTimeout(other.changed);
        return true;
      },
      listen: (changed) => this.hearers.push({ changed, tab }),
    };
  }
}

/** A page in one of its tabs. */
interface Tab {
  browser: FakeBrowser;
  service: FakeService;
  page: Playground;
}

/** A browser in which the page can be opened more than once. */
export class FakeBrowser {
  readonly channels = new FakeChannels();
  readonly runs: RunStore = memoryRuns();
  readonly queue = new FakeSharedText();
  private readonly pages: Playground[] = [];
  private readonly checkpoints = memoryCheckpoints();
  private readonly locks: FakeLocks | undefined;

  constructor({ hasLocks = true } = {}) {
    this.locks = hasLocks ? new FakeLocks() : undefined;
  }

  /** Opens the page in one more tab. */
  async tab(options: PlaygroundOptions = {}): Promise<Tab> {
    const service = new FakeService();
    const page = new Playground(service, {
      history: historyIn(this.runs),
      checkpoints: this.checkpoints,
      claims: browserClaims(this.locks?.of(service)),
      tabs: browserTabs(this.channels.open as unknown as Parameters<typeof browserTabs>[0]),
      queue: this.queue.of(service),
      turn: browserTurn(this.locks?.of(service)),
      redrawInterval: 0,
      settleDelay: 0,
      ...options,
    });
    this.pages.push(page);
    await page.load({ presetId: null, config: tinyConfig({ steps: 9 }), view: DEFAULT_VIEW });
    await page.runs.archive.load();
    await page.goingOn.look();
    void page.conductor.look();
    return { browser: this, service, page };
  }

  /** Resolves when nothing is under way any more of what tabs have done and told each other, however long that takes. */
  async settled(): Promise<void> {
    for (let turns = 0; turns < QUIET_TURNS; turns++) {
      await new Promise((resolve) => setTimeout(resolve));
      await Promise.all(this.pages.map(({ runs }) => runs.archive.done()));
      if (this.channels.onTheWay > 0) turns = 0;
    }
  }

  /** A tab is closed, or its process is gone. */
  close({ service }: Tab): void {
    this.locks?.release(({ tab }) => tab === service);
  }
}

/** Makes some steps, with a checkpoint at the last, and pauses. */
export async function trainAndPause({ browser, service, page }: Tab): Promise<string> {
  await page.play();
  service.tellLoss(0, 1);
  service.tellLoss(1, 0.5);
  service.state = { step: 2, tensors: new Map() };
  await page.pause();
  await browser.settled();
  return page.state.run?.id ?? "";
}
