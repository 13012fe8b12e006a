import type { Tensor } from "@tensorflow/tfjs";
import { FLOAT32_DIGITS as DIGITS, FORMATS, type Format, type Precision } from "../../engine/numberFormats";
import type { Rounding } from "../../objectives/contrasts";

/** Numbers beyond this are scaled down before they are rounded, so that no intermediate result overflows. */
const HUGE = 2 ** 64;
/** Takes every number beyond a format's largest to infinity. */
const OVERFLOWING = 3e38;

/** The rounding of a precision, out of additions and multiplications that are exact or rounded once on every backend. */
export function rounding(precision: Precision): Rounding {
  if (precision === "float32") return (x) => x;
  const format = FORMATS[precision];
  // Only bfloat16 reaches as far as float32 does.
  const round = format.largest > HUGE ? roundScaled : roundInRange;
  return (x) => beyond(round(x, format), format);
}

function roundScaled(x: Tensor, format: Format): Tensor {
  const isInRange = x.abs().lessEqual(HUGE);
  const result = roundInRange(x.where(isInRange, x.mul(1 / HUGE)), format);
  return result.where(isInRange, result.mul(HUGE));
}

/**
 * Adding 1.5 * 2^23 units in x's last place leaves the sum no bits below that unit, and taking it off again leaves x
 * rounded. The unit comes from the leading bit of x, which the two products below leave over exactly (Rump, Ogita, Oishi:
 * Accurate Floating-Point Summation, SIAM J. Sci. Comput. 31(1), algorithm 3.6).
 */
function roundInRange(x: Tensor, { digits, minExponent, largest }: Format): Tensor {
  const magnitude = x.abs().minimum(Math.min(2 * largest, HUGE));
  const shifted = magnitude.mul(2 ** (DIGITS - 1) + 1);
  const leadingBit = shifted.sub(shifted.mul(1 - 2 ** -DIGITS)).maximum(2 ** minExponent);
  const cutter = leadingBit.mul(1.5 * 2 ** (DIGITS - digits));
  return x.add(cutter).sub(cutter);
}

/** What a rounded number beyond the largest becomes; NaN stays. */
function beyond(x: Tensor, { largest, saturates }: Format): Tensor {
  // NaN is not beyond: WASM would clip it.
  if (saturates) return x.clipByValue(-largest, largest).where(x.abs().greater(largest), x);
  return x.mul(x.abs().greater(largest).toFloat().mul(OVERFLOWING).add(1));
}
