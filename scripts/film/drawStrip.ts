import { cpus } from "node:os";
import { chromium } from "playwright";
import { CHROMIUM_ARGS, findChromium } from "../chromium";
import type { Show } from "./shows";
import type { Frame } from "./takeFrames";

/** Width of a frame in the strip, in pixels: what is written in it can still be read. */
const FRAME_WIDTHS = { wide: 640, narrow: 240 };
const QUALITY = 72;

/** The frames beside each other with their seconds, as one JPEG. */
export async function drawStrip(show: Show, frames: readonly Frame[], path: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_ARGS });
  try {
    const isNarrow = show.look.width < 600;
    const width = isNarrow ? FRAME_WIDTHS.narrow : FRAME_WIDTHS.wide;
    const columns = isNarrow ? frames.length : frames.length / 2;
    const page = await browser.newPage({ viewport: { width: columns * (width + 8) + 8, height: 100 } });
    await page.setContent(stripOf(titleOf(show), frames, width, columns));
    await page.screenshot({ path, type: "jpeg", quality: QUALITY, fullPage: true });
  } finally {
    await browser.close();
  }
}

function titleOf({ title }: Show): string {
  return `${title}; ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores`;
}

function stripOf(title: string, frames: readonly Frame[], width: number, columns: number): string {
  const figures = frames.map(({ seconds, png }) => {
    const source = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
    return `<figure><figcaption>${seconds.toFixed(1)} s</figcaption><img src="${source}" width="${width}"></figure>`;
  });
  return `<style>
    body { margin: 8px; display: grid; grid-template-columns: repeat(${columns}, ${width}px); gap: 8px; background: #808080; }
    h1 { grid-column: 1 / -1; margin: 0 } figure { margin: 0 } h1, figcaption { font: 600 14px sans-serif; color: #fff } img { display: block }
  </style><h1>${title}</h1>${figures.join("")}`;
}
