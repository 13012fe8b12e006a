import { chromium } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "../../../scripts/chromium";
import type { Engine, EnginePage, WindowLook } from "./types";

/** Chromium through Playwright, with WebGPU on the CPU. */
export const chromiumEngine: Engine = {
  name: "Chromium",
  missing: () => (findChromium() ? null : "no Chromium is installed"),
  open,
};

async function open({ width, height, scheme }: WindowLook): Promise<EnginePage> {
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_ARGS });
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    serviceWorkers: "block",
    hasTouch: width < 600,
  });
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return {
    goto: async (url) => {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    screenshot: () => page.screenshot(),
    complaints: async () => errors,
    close: () => browser.close(),
  };
}
