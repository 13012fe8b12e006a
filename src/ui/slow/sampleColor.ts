import { lineLook } from "../../config/arms";

const COLORS = 6;

/**
 * Colors of samples beside arrows that have those of the arms: the palette's others, so that a color means one thing. They come again
 * after the last: a sample is known by its number.
 * @param arms the colors of the arms
 */
export function sampleColors(arms: readonly string[], dark: boolean): (sample: number) => string {
  const colors = Array.from({ length: COLORS }, (_, i) => lineLook(i, dark).color).filter((one) => !arms.includes(one));
  return (sample) => colors[sample % colors.length] ?? NEUTRAL;
}

/** Where the arms leave none. */
const NEUTRAL = "var(--chart-mark)";
