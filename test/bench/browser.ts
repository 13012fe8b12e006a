import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright";
import { type PreviewServer, preview } from "vite";
import { CHROMIUM_ARGS, findChromium, SOFTWARE_ADAPTER_ARGS } from "../../scripts/chromium";
import { isolation, wasmThreads } from "../../vite.config";
import type { Backend, BenchCase, Library, StartedContender, Venue } from "./case";
import { buildPages, PAGES } from "./pages";

const LIBRARIES: Library[] = ["ours", "tfjs", "jax"];

/** Every contender has a page of its own. The pages are built as the site is, and served cross-origin isolated, in a Chromium. */
export class BrowserVenue implements Venue {
  readonly name: string;
  private readonly browser: Browser;
  private readonly server: PreviewServer;
  private readonly folder: string;

  private constructor(browser: Browser, server: PreviewServer, folder: string) {
    this.name = `Chromium ${browser.version()}`;
    this.browser = browser;
    this.server = server;
    this.folder = folder;
  }

  /** @param gpu the machine's own adapter rather than the one that computes on the CPU */
  static async open(gpu: boolean): Promise<BrowserVenue> {
    const folder = mkdtempSync(join(tmpdir(), "flatnce-bench-"));
    const server = await serve(folder);
    const args = gpu ? CHROMIUM_ARGS.filter((flag) => !SOFTWARE_ADAPTER_ARGS.includes(flag)) : CHROMIUM_ARGS;
    const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args });
    return new BrowserVenue(browser, server, folder);
  }

  async contender(library: Library, backend: Backend): Promise<StartedContender> {
    const page = await this.browser.newPage();
    await page.goto(`${this.server.resolvedUrls?.local[0]}${library}.html`);
    await page.waitForFunction(() => window.contender !== undefined);
    const adapter = await page.evaluate((backend) => window.contender.start(backend), backend);
    const round = (what: BenchCase, steps: number) =>
      page.evaluate(([what, steps]) => window.contender.round(what, steps), [what, steps] as const);
    return { adapter, round };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    rmSync(this.folder, { recursive: true });
  }
}

async function serve(outDir: string): Promise<PreviewServer> {
  await buildPages(outDir, LIBRARIES, [wasmThreads]);
  return preview({
    configFile: false,
    root: PAGES,
    build: { outDir },
    preview: { port: 0, host: "127.0.0.1", headers: isolation },
  });
}
