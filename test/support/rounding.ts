import type { Format } from "../../src/engine/numberFormats";

/** A number to the nearest that `format` holds, ties to even, in float64, where every step is exact. */
export function roundExactly(x: number, { digits, minExponent, largest, saturates }: Format): number {
  if (Number.isNaN(x)) return x;
  const exponent = Math.max(exponentOf(Math.abs(x)), minExponent);
  const spacing = 2 ** (exponent + 1 - digits);
  const rounded = toEven(Math.abs(x) / spacing) * spacing;
  const limited = rounded <= largest ? rounded : saturates ? largest : Number.POSITIVE_INFINITY;
  return x < 0 ? -limited : limited;
}

/** floor(log2 x), from the bits. */
function exponentOf(x: number): number {
  const high = new Uint32Array(Float64Array.of(x).buffer)[1] as number;
  return (high >>> 20) - 1023;
}

function toEven(x: number): number {
  const below = Math.floor(x);
  const part = x - below;
  if (part === 0.5) return below + (below % 2);
  return part < 0.5 ? below : below + 1;
}
