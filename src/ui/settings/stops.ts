import type { FieldInfo } from "../../config/schemaInfo";
import type { Control } from "../../session/settings/field";

const MANTISSAS = [1, 2, 3, 5, 7];

/** Round numbers from low to high, both included: 1, 2, 3, 5, 7 of each power of ten. */
export function roundStops(low: number, high: number): number[] {
  const stops = new Set([low, high]);
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    for (const mantissa of MANTISSAS) stops.add(Number((mantissa * 10 ** power).toPrecision(3)));
  return [...stops].filter((stop) => stop >= low && stop <= high).sort((a, b) => a - b);
}

/** Powers of two from low to high. */
export function powerStops(low: number, high: number): number[] {
  const stops = [];
  for (let stop = 1; stop <= high; stop *= 2) if (stop >= low) stops.push(stop);
  return stops;
}

/** The values that a field's slider goes through; null where the field is typed or chosen. */
export function fieldStops(field: Control, info: FieldInfo): number[] | null {
  const [low, high] = field.span ?? [info.minimum ?? 0, info.maximum ?? 1];
  if (field.control === "stops") return roundStops(low, high);
  if (field.control === "powers") return powerStops(low, high);
  if (field.control !== "slider") return null;
  const step = field.step ?? (high - low) / 100;
  const count = Math.round((high - low) / step);
  return Array.from({ length: count + 1 }, (_, i) => Number((low + i * step).toPrecision(6)));
}

/** Index of the stop that is nearest to a value. */
export function nearestStop(stops: number[], value: number): number {
  let best = 0;
  stops.forEach((stop, i) => {
    if (Math.abs(stop - value) < Math.abs((stops[best] as number) - value)) best = i;
  });
  return best;
}
