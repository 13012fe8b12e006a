import type { Locale } from "./locale";

/** Numbers through `Intl`, whose formatters are costly to make and kept per language. */

const formats = new WeakMap<Locale, Map<Intl.NumberFormatOptions, Intl.NumberFormat>>();

/** @param options one object per way of writing, by which the formatter is found again */
export function writeNumber(value: number, options: Intl.NumberFormatOptions, locale: Locale): string {
  return formatter(options, locale).format(value).replace(/-/g, MINUS);
}

function formatter(options: Intl.NumberFormatOptions, locale: Locale): Intl.NumberFormat {
  const known = formats.get(locale) ?? new Map<Intl.NumberFormatOptions, Intl.NumberFormat>();
  formats.set(locale, known);
  const format = known.get(options) ?? new Intl.NumberFormat(locale.tag, options);
  known.set(options, format);
  return format;
}

/** Typographic, where a language's own would be a hyphen. */
export const MINUS = "\u2212";

const PLAIN: Intl.NumberFormatOptions = { maximumSignificantDigits: 15, useGrouping: false };
const SCIENTIFIC: Intl.NumberFormatOptions = { maximumSignificantDigits: 15, notation: "scientific" };

/** A number as one would type it, with all its digits: `4096`, `0.05`, `-1e-8`. */
export function plainNumber(value: number, locale: Locale): string {
  if (!Number.isFinite(value)) return String(value);
  const options = String(value).includes("e") ? SCIENTIFIC : PLAIN;
  return formatter(options, locale).format(value).replace("E", "e");
}
