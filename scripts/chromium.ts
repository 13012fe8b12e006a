import { existsSync } from "node:fs";
import { chromium } from "playwright";

/** WebGPU and WebGL that compute on the CPU. */
export const SOFTWARE_ADAPTER_ARGS = [
  "--use-webgpu-adapter=swiftshader",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/** WebGPU in a headless Chromium without a GPU, and no traffic of the browser's own. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--enable-unsafe-webgpu",
  "--enable-features=Vulkan",
  "--ignore-gpu-blocklist",
  ...SOFTWARE_ADAPTER_ARGS,
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The same for tests of the page, which is drawn without that software GPU: through it, as Debian's Chromium asks for, each picture takes
 * several times as long. WebGPU and WebGL compute on.
 */
export const PAGE_ARGS = [...CHROMIUM_ARGS, "--disable-gpu-compositing", "--disable-gpu-rasterization"];

const CANDIDATES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of a Chromium that is installed: `$CHROMIUM`, the system's, or Playwright's own; null when there is none. */
export function findChromium(): string | null {
  for (const path of [...CANDIDATES, chromium.executablePath()]) if (path && existsSync(path)) return path;
  return null;
}
