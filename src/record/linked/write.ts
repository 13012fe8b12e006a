import { ByteWriter } from "./bytes";
import type { LinkedArm, LinkedCurve, LinkedCurves } from "./curves";
import { scaleOf, toParts } from "./scale";

/** Stands before the bytes; another layout has another one. */
export const VERSION = "1.";

/** In the place of a palette's place: three bytes of a color follow. */
export const OWN_COLOR = 255;

/** The text that stands in a link (`read.ts` reads it): letters, digits, `.`, `-` and `_`. */
export function writeCurves({ title, seeds, batchSize, arms, curves }: LinkedCurves): string {
  const to = new ByteWriter();
  to.text(title);
  to.whole(seeds);
  to.whole(batchSize ?? 0);
  to.whole(arms.length);
  for (const arm of arms) writeArm(to, arm);
  to.whole(curves.length);
  for (const curve of curves) writeCurve(to, curve);
  return VERSION + to.toText();
}

function writeArm(to: ByteWriter, { label, color }: LinkedArm): void {
  to.text(label);
  const bytes = typeof color === "number" ? [color] : [OWN_COLOR, ...channelsOf(color)];
  for (const byte of bytes) to.byte(byte);
}

/** @param color as `#rrggbb` */
function channelsOf(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function writeCurve(to: ByteWriter, { metric, steps, means }: LinkedCurve): void {
  to.text(metric);
  to.whole(steps.length);
  steps.forEach((step, i) => {
    to.whole(i === 0 ? step : step - (steps[i - 1] as number));
  });
  const scale = scaleOf(means.flatMap((own) => [...own])) ?? { log: false, low: 0, high: 0 };
  to.byte(scale.log ? 1 : 0);
  to.number(scale.low);
  to.number(scale.high);
  for (const own of means) for (const mean of own) to.word(toParts(mean, scale));
}
