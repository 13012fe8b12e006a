import { currentLocale } from "./locale";
import { say } from "./message";
import { MINUS, plainNumber, writeNumber } from "./numbers";
import { texts } from "./texts";
import { translate } from "./translate";

/**
 * Numbers, dates and lists as text, all in the language of the page: few digits, a real minus sign, and nothing that a
 * reader would have to decode. The examples are English.
 */

/** Ways of writing a number, by their number of digits; each object is made once, as `writeNumber` wants it. */
function byDigits(make: (digits: number) => Intl.NumberFormatOptions): (digits: number) => Intl.NumberFormatOptions {
  const made: Intl.NumberFormatOptions[] = [];
  return (digits) => {
    made[digits] ??= { useGrouping: false, ...make(digits) };
    return made[digits];
  };
}

const significant = byDigits((digits) => ({ minimumSignificantDigits: digits, maximumSignificantDigits: digits }));
const upTo = byDigits((digits) => ({ maximumSignificantDigits: digits }));
const fixed = byDigits((digits) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits }));
const percent = byDigits((digits) => ({
  style: "unit",
  unit: "percent",
  minimumFractionDigits: digits,
  maximumFractionDigits: digits,
}));
const upToDecimals = byDigits((digits) => ({ maximumFractionDigits: digits }));
const COUNT: Intl.NumberFormatOptions = {};

function write(value: number, options: Intl.NumberFormatOptions): string {
  return writeNumber(value, options, currentLocale());
}

function thousands(value: number, options: Intl.NumberFormatOptions): string {
  return translate(say(texts.thousands, { value: write(value / 1000, options) }));
}

function millions(value: number, options: Intl.NumberFormatOptions): string {
  return translate(say(texts.millions, { value: write(value / 1e6, options) }));
}

/** Sizes in between are written out: nobody has to count more zeros than these have. */
const WRITTEN_OUT = { from: 1e-6, below: 1e9 };

function isWrittenOut(size: number): boolean {
  return size >= WRITTEN_OUT.from && size < WRITTEN_OUT.below;
}

/** A number with a power of ten: `2.1 × 10⁻⁷`, and a power alone where nothing stands before it. */
function withPower(value: number, digits: number): string {
  const [mantissa, power] = value.toExponential(digits - 1).split("e") as [string, string];
  const ten = `10${superscript(Number(power))}`;
  return Number(mantissa) === 1 ? ten : `${write(Number(mantissa), upTo(digits))} × ${ten}`;
}

const RAISED = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

function superscript(power: number): string {
  const digits = Array.from(String(Math.abs(power)), (digit) => RAISED[Number(digit)]);
  return `${power < 0 ? "⁻" : ""}${digits.join("")}`;
}

/** Three significant digits: `0.0123`, `0.000098`, `15.2k`, `2.1 × 10⁻⁷`. */
export function formatNumber(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return translate(texts.nothing);
  const size = Math.abs(value);
  if (size === 0) return write(0, COUNT);
  if (!isWrittenOut(size)) return withPower(value, digits);
  if (size < 1e-3) return write(value, upTo(digits));
  if (size >= 1e6) return millions(value, upTo(digits));
  if (size >= 1e4) return thousands(value, upTo(digits));
  return size >= 10 ** digits ? write(Math.round(value), fixed(0)) : write(value, significant(digits));
}

/** A tick of an axis: no digits that say nothing. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && !isWrittenOut(size)) return withPower(value, 2);
  if (size >= 1e6) return millions(value, upTo(4));
  return size >= 1e4 ? thousands(value, upTo(4)) : write(value, upTo(6));
}

/** A number as one would type it, with all its digits: `4096`, `0.05`. */
export function formatPlain(value: number): string {
  return plainNumber(value, currentLocale());
}

/** A setting's value, exactly as it would be typed, in every language. */
export function formatSetting(value: unknown): string {
  return value === undefined ? "" : String(value);
}

/** `12,345` */
export function formatCount(value: number): string {
  return write(value, COUNT);
}

/** `18 MB`, `1.5 GB`: two digits at least, in powers of a thousand. */
export function formatBytes(bytes: number): string {
  const power = Math.min(texts.bytes.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  const unit = texts.bytes[power] ?? texts.bytes[0];
  return translate(say(unit, { value: write(value, upToDecimals(value < 10 ? 1 : 0)) }));
}

/** `72.5%` */
export function formatPercent(value: number, digits = 1): string {
  return Number.isFinite(value) ? write(100 * value, percent(digits)) : translate(texts.nothing);
}

/** With so many digits after the point: `0.00`, and no minus where all of them are zero. */
export function formatFixed(value: number, digits: number): string {
  return formatSigned(value, digits).replace("+", "");
}

/** With its sign, as differences are written: `+9.8`. */
export function formatSigned(value: number, digits: number): string {
  const isNegative = value < 0 && Number(Math.abs(value).toFixed(digits)) !== 0;
  return `${isNegative ? MINUS : "+"}${write(Math.abs(value), fixed(digits))}`;
}

/** `4:07`, `1:02:09` */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, i) => write(part, i === 0 ? fixed(0) : TWO_DIGITS)).join(":");
}

const TWO_DIGITS: Intl.NumberFormatOptions = { minimumIntegerDigits: 2, useGrouping: false };

/** A day and a time of day: `3 Jan 2026, 14:05`. */
export function formatDateTime(when: Date): string {
  return new Intl.DateTimeFormat(currentLocale().tag, { dateStyle: "medium", timeStyle: "short" }).format(when);
}

/** `5 Mar, 14:20`: a moment among others, where the year does not matter. */
export function formatMoment(when: Date): string {
  return new Intl.DateTimeFormat(currentLocale().tag, MOMENT).format(when);
}

const MOMENT: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" };

const DAY: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeZone: "UTC" };

/** A day that is the same everywhere, written as in `2026-03-05`: `Mar 5, 2026`. */
export function formatDay(date: string): string {
  return new Intl.DateTimeFormat(currentLocale().tag, DAY).format(new Date(date));
}

/** `a.`: what is put together from parts has its point here. */
export function formatSentence(text: string): string {
  return translate(say(texts.sentence, { text }));
}

/** `a; b`: parts of a sentence. */
export function formatClauses(parts: readonly string[]): string {
  return joined(texts.clauses, parts);
}

/** `a, b`: parts of a clause, of which none is the last in particular. */
export function formatItems(parts: readonly string[]): string {
  return joined(texts.items, parts);
}

function joined(joint: typeof texts.clauses | typeof texts.items, [head = "", ...rest]: readonly string[]): string {
  return rest.reduce((first, other) => translate(say(joint, { first, other })), head);
}

/** `a, b and c` */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(currentLocale().tag).format(items);
}
