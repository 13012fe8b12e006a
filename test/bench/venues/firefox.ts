import puppeteer, { type Browser } from "puppeteer-core";
import { findFirefox, WEBGPU_PREFERENCES } from "../../engines/drivers/firefox";
import type { Backend, BenchCase, Library, StartedContender, Venue } from "../case";

/** Every contender has a page of its own in a Firefox, whose WebGPU is wgpu. */
export class FirefoxVenue implements Venue {
  readonly name: string;
  private readonly browser: Browser;
  private readonly address: string;

  private constructor(browser: Browser, version: string, address: string) {
    this.name = version.replace("/", " ").replace(/^f/, "F");
    this.browser = browser;
    this.address = address;
  }

  /**
   * @param address of the pages
   * @throws where no Firefox is installed
   */
  static async open(address: string): Promise<FirefoxVenue> {
    const executablePath = findFirefox();
    if (!executablePath) throw new Error("no Firefox is installed");
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath,
      extraPrefsFirefox: WEBGPU_PREFERENCES,
    });
    return new FirefoxVenue(browser, await browser.version(), address);
  }

  async contender(library: Library, backend: Backend): Promise<StartedContender> {
    const page = await this.browser.newPage();
    await page.goto(`${this.address}${library}.html`, { waitUntil: "load" });
    const adapter = await page.evaluate((backend) => window.contender.start(backend), backend);
    return {
      adapter,
      round: (what: BenchCase, steps: number) =>
        page.evaluate((what, steps) => window.contender.round(what, steps), what, steps),
      release: () => page.evaluate(() => window.contender.release()),
      close: () => void page.close().catch(() => undefined),
    };
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
