import { translateAll } from "../../i18n/translate";
import { texts } from "./texts";

/** `32 × 32 pixels in color` */
export function describeShape([first = 0, second, third = 1]: number[]): string {
  const t = translateAll(texts);
  return second === undefined
    ? t.summary.numbers({ n: first })
    : t.summary.pixels({ height: first, width: second, channels: third });
}
