import { PART, type Part, RandomStream } from "../../../engine/randomStream";
import { say } from "../../../i18n/message";
import { pause } from "../../readers/progress";
import { heldOutCount } from "../../split";
import type { Dataset, LoadTools, Split } from "../../types";
import type { GlyphsOptions } from ".";
import { createEasel, drawGlyph } from "./draw";
import { LETTERS } from "./letters";
import { SIDE } from "./raster";
import { skeletons } from "./skeleton";
import { texts } from "./texts";

/** Images between two chances for others to run. */
const CHUNK = 500;

const SKELETONS = LETTERS.map(skeletons);

/**
 * Grey 32 x 32 letters drawn from strokes: nothing to download. The recipe is the one that gave the widest range
 * between an untrained and a trained encoder: position, size, weight, clutter and brightness vary so much that
 * pixels say little about the letter. Image i is a function of (seed, i) and its letter alone; its class is
 * i mod classes.
 */
export async function loadGlyphs(options: GlyphsOptions, seed: number, tools: LoadTools = {}): Promise<Dataset> {
  const { classes, samples } = options;
  const heldOut = heldOutCount(samples);
  const report = (done: number) => {
    tools.signal?.throwIfAborted();
    tools.onProgress?.(done / (samples + heldOut));
  };
  const train = await drawSplit(classes, samples, seed, PART.train, report);
  const test = await drawSplit(classes, heldOut, seed, PART.test, (done) => report(samples + done));
  return {
    id: "glyphs",
    title: say(texts.title, { classes }),
    shape: [SIDE, SIDE, 1],
    classNames: LETTERS.slice(0, classes).map(({ name }) => name),
    train,
    test,
  };
}

async function drawSplit(
  classes: number,
  count: number,
  seed: number,
  part: Part,
  report: (done: number) => void,
): Promise<Split> {
  const size = SIDE * SIDE;
  const values = new Uint8Array(count * size);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % classes);
  const easel = createEasel();
  for (let i = 0; i < count; i++) {
    const target = values.subarray(i * size, (i + 1) * size);
    drawGlyph(target, SKELETONS[labels[i]!]!, new RandomStream(seed, part, i), easel);
    if (i % CHUNK === CHUNK - 1) {
      report(i + 1);
      await pause();
    }
  }
  return { count, values, labels };
}
