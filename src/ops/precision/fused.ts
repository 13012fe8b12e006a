import { FORMATS, type Format, PRECISIONS, type Precision } from "../../engine/numberFormats";

/** What `precision_of` returns and `rounded` goes by. */
export function precisionNumber(precision: Precision): number {
  return PRECISIONS.indexOf(precision);
}

/**
 * WGSL of `rounded`: a number to the format that the variable `number_format` names, to nearest, ties to even, by integer
 * operations alone, which no compiler may rearrange.
 *
 * @param present the formats that occur; the others get no code
 */
export function roundingWgsl(present: readonly Precision[]): string {
  const narrow = PRECISIONS.filter((precision) => precision !== "float32" && present.includes(precision));
  const cases = narrow.map((precision) => {
    const format = FORMATS[precision as keyof typeof FORMATS];
    return `case ${precisionNumber(precision)}u: { return ${roundCall(format)}; }`;
  });
  return /* wgsl */ `
const FLOAT32: u32 = ${precisionNumber("float32")}u;
var<private> number_format: u32 = FLOAT32;
${narrow.length > 0 ? ROUND_WGSL : ""}
fn rounded(x: f32) -> f32 {
  switch number_format {
    ${cases.join("\n    ")}
    default: { return x; }
  }
}`;
}

function roundCall({ digits, minExponent, largest, saturates }: Format): string {
  const limit = bits(largest);
  const spacing = minExponent + 1 - digits;
  // Below the smallest normal number the spacing is fixed. bfloat16's is float32's own, and needs no other path.
  const fixed = spacing > -126 ? `${bits(2 ** spacing)}u` : "0u";
  const smallest = spacing > -126 ? bits(2 ** minExponent) : 0;
  const overflow = saturates ? limit : 0x7f800000;
  return `round_to(x, ${24 - digits}u, ${smallest}u, ${fixed}, ${limit}u, ${overflow}u)`;
}

/** Bits of a positive float32. */
function bits(value: number): number {
  return new Uint32Array(Float32Array.of(value).buffer)[0] as number;
}

const ROUND_WGSL = /* wgsl */ `
/** Numbers are given by their bits: the smallest normal one, the spacing below it, the largest, what lies beyond. */
fn round_to(x: f32, dropped: u32, smallest: u32, spacing: u32, largest: u32, overflow: u32) -> f32 {
  let all = bitcast<u32>(x);
  let magnitude = all & 0x7fffffffu;
  if (magnitude > 0x7f800000u) { return x; }
  var result = drop_bits(magnitude, dropped) << dropped;
  if (magnitude < smallest) { result = round_below(magnitude, spacing); }
  if (result > largest) { result = overflow; }
  return bitcast<f32>(result | (all & 0x80000000u));
}

/** Integer division by 2^count, to nearest, ties to even; a carry runs into the exponent, as it should. */
fn drop_bits(value: u32, count: u32) -> u32 {
  return (value + (1u << (count - 1u)) - 1u + ((value >> count) & 1u)) >> count;
}

fn round_below(magnitude: u32, spacing: u32) -> u32 {
  let exponent = magnitude >> 23u;
  // The significand's last bit is worth 2^(exponent - 150), the spacing 2^(spacing's exponent - 127).
  let count = (spacing >> 23u) + 23u - exponent;
  if (count > 24u) { return 0u; }
  let units = drop_bits((magnitude & 0x7fffffu) | 0x800000u, count);
  return bitcast<u32>(f32(units) * bitcast<f32>(spacing));
}`;
