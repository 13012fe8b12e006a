import type { BenchCase, Contestant, Engine, StartedContender, Venue } from "../case";
import type { Contenders } from "../measure";
import { ChromiumVenue } from "./chromium";
import { FirefoxVenue } from "./firefox";
import { NodeVenue } from "./node";
import { PythonVenue } from "./python";
import { PageServer } from "./server";

/** All venues and their contenders, each started when it is first needed; one that does not start says so in each of its cases. */
export class Venues implements Contenders {
  private readonly gpu: boolean;
  private readonly said: (line: string) => void;
  private readonly venues = new Map<Engine, Promise<Venue>>();
  private readonly started = new Map<string, Promise<StartedContender>>();
  private server: Promise<PageServer> | null = null;

  /**
   * @param gpu the machine's own adapter rather than the one that computes on the CPU
   * @param said is given what each contender computes on
   */
  constructor(gpu: boolean, said: (line: string) => void) {
    this.gpu = gpu;
    this.said = said;
  }

  /** Builds the pages, where browsers are asked for, so that no case has to wait for that. */
  async prepare(engines: readonly Engine[]): Promise<void> {
    if (!engines.includes("chromium") && !engines.includes("firefox")) return;
    this.server = PageServer.open();
    // Whoever needs a page says what is wrong.
    await this.server.catch(() => undefined);
  }

  of(what: Contestant): Promise<StartedContender> {
    const key = keyOf(what);
    const started = this.started.get(key) ?? this.start(what);
    this.started.set(key, started);
    return started;
  }

  drop(what: BenchCase): void {
    const key = keyOf(what);
    this.started.get(key)?.then(
      (contender) => contender.close(),
      () => undefined,
    );
    this.started.delete(key);
  }

  /** Between two tables. One that cannot free what it holds is ended. */
  async release(): Promise<void> {
    for (const [key, started] of this.started) {
      const contender = await started.catch(() => null);
      await contender?.release().catch(() => {
        contender.close();
        this.started.delete(key);
      });
    }
  }

  async close(): Promise<void> {
    for (const venue of this.venues.values()) await venue.then((open) => open.close()).catch(() => undefined);
    await this.server?.then((server) => server.close()).catch(() => undefined);
  }

  private async start(what: Contestant): Promise<StartedContender> {
    const { engine, library, backend } = what;
    const venue = await this.venue(engine);
    const contender = await venue.contender(library, backend);
    this.said(`${library} on ${backend}, ${venue.name}: ${contender.adapter}`);
    return contender;
  }

  private venue(engine: Engine): Promise<Venue> {
    const venue = this.venues.get(engine) ?? this.open(engine);
    this.venues.set(engine, venue);
    return venue;
  }

  private async open(engine: Engine): Promise<Venue> {
    if (engine === "node") return new NodeVenue(this.gpu);
    if (engine === "python") return PythonVenue.open();
    this.server ??= PageServer.open();
    const { address } = await this.server;
    return engine === "chromium" ? ChromiumVenue.open(this.gpu, address) : FirefoxVenue.open(address);
  }
}

function keyOf({ engine, library, backend }: Contestant): string {
  return `${engine} ${library} ${backend}`;
}
