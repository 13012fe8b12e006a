/** Number formats in which the loss can be worked out; everything is stored in float32 and rounded to them. */
export const PRECISIONS = ["float32", "float16", "bfloat16", "float8e4m3"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Bits of a float32's significand, the leading one included. */
export const FLOAT32_DIGITS = 24;

/** A binary floating-point format narrower than float32. */
export interface Format {
  /** Bits of the significand, the leading one included. */
  digits: number;
  /** Exponent of the smallest normal number, 2^minExponent; below it the spacing stays the same. */
  minExponent: number;
  /** Largest finite number. */
  largest: number;
  /** What lies beyond becomes the largest number, where IEEE 754 has infinity. */
  saturates: boolean;
}

/**
 * float16: IEEE 754 binary16. bfloat16: the upper half of a float32. float8e4m3: Micikevicius et al., FP8 Formats for Deep
 * Learning, arXiv 2209.05433, table 1, saturating as in section 3.1; it has no infinity.
 */
export const FORMATS: Record<Exclude<Precision, "float32">, Format> = {
  float16: { digits: 11, minExponent: -14, largest: 65504, saturates: false },
  bfloat16: { digits: 8, minExponent: -126, largest: (2 - 2 ** -7) * 2 ** 127, saturates: false },
  float8e4m3: { digits: 4, minExponent: -6, largest: 448, saturates: true },
};
