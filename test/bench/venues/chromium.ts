import { type Browser, chromium } from "playwright";
import { CHROMIUM_ARGS, findChromium, SOFTWARE_ADAPTER_ARGS } from "../../../scripts/chromium";
import type { Backend, BenchCase, Library, StartedContender, Venue } from "../case";

/** Every contender has a page of its own in a Chromium. */
export class ChromiumVenue implements Venue {
  readonly name: string;
  private readonly browser: Browser;
  private readonly address: string;

  private constructor(browser: Browser, address: string) {
    this.name = `Chromium ${browser.version()}`;
    this.browser = browser;
    this.address = address;
  }

  /**
   * @param gpu the machine's own adapter rather than the one that computes on the CPU
   * @param address of the pages
   */
  static async open(gpu: boolean, address: string): Promise<ChromiumVenue> {
    const args = gpu ? CHROMIUM_ARGS.filter((flag) => !SOFTWARE_ADAPTER_ARGS.includes(flag)) : CHROMIUM_ARGS;
    const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args });
    return new ChromiumVenue(browser, address);
  }

  async contender(library: Library, backend: Backend): Promise<StartedContender> {
    const page = await this.browser.newPage();
    await page.goto(`${this.address}${library}.html`);
    await page.waitForFunction(() => window.contender !== undefined);
    const adapter = await page.evaluate((backend) => window.contender.start(backend), backend);
    return {
      adapter,
      round: (what: BenchCase, steps: number) =>
        page.evaluate(([what, steps]) => window.contender.round(what, steps), [what, steps] as const),
      release: () => page.evaluate(() => window.contender.release()),
      // A page that computes does not answer, and may be closed late.
      close: () => void page.close().catch(() => undefined),
    };
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
