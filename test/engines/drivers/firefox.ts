import puppeteer, { type ConsoleMessage } from "puppeteer-core";
import { firstExisting } from "./paths";
import type { Engine, EnginePage, WindowLook } from "./types";

/** Firefox over WebDriver BiDi, with WebGPU (wgpu) on Mesa's software Vulkan. */
export const firefoxEngine: Engine = {
  name: "Firefox",
  missing: () => (findFirefox() ? null : "no Firefox is installed: `apt install firefox-esr mesa-vulkan-drivers`"),
  open,
};

/** The installed one; null without. */
export function findFirefox(): string | null {
  return firstExisting([
    process.env.FIREFOX,
    "/usr/bin/firefox-esr",
    "/usr/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
  ]);
}

/** With which it offers WebGPU, workers included, on an adapter that computes on the CPU as well. */
export const WEBGPU_PREFERENCES = { "dom.webgpu.enabled": true, "gfx.webgpu.ignore-blocklist": true };

/** What Firefox calls the two color schemes. */
const SCHEMES = { dark: 0, light: 1 };

async function open({ width, height, scheme }: WindowLook): Promise<EnginePage> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: findFirefox() ?? undefined,
    extraPrefsFirefox: {
      ...WEBGPU_PREFERENCES,
      "layout.css.prefers-color-scheme.content-override": SCHEMES[scheme],
    },
  });
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return {
    goto: async (url) => {
      await page.goto(url);
    },
    evaluate: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    screenshot: () => page.screenshot(),
    complaints: async () => errors,
    close: () => browser.close(),
  };
}
