import { formatFixed } from "../../../../i18n/format";
import type { SamplePictures } from "../../../../record/events";
import { valuesOf } from "./SamplePicture";

/** Numbers of a point that are written at most. */
const MOST = 3;

/** The first numbers of a point, or of one of its views. */
export function coordinatesOf(pictures: SamplePictures, sample: number, view: 0 | 1 | null): string {
  const { values, start } = valuesOf(pictures, sample, view);
  const [dimensions = 0] = pictures.shape;
  const shown = Array.from(values.subarray(start, start + Math.min(MOST, dimensions)), (value) =>
    formatFixed(value, 2),
  );
  return [...shown, ...(dimensions > MOST ? ["\u2026"] : [])].join(", ");
}
