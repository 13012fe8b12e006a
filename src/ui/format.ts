/** Numbers as text: few digits, a real minus sign, and nothing that a reader would have to decode. */

const MINUS = "\u2212";

/** Three significant digits: `0.0123`, `1.5k`, `2.1e-7`. */
export function formatNumber(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "\u2013";
  return plain(value, digits).replace("-", MINUS).replace("e-", `e${MINUS}`);
}

function plain(value: number, digits: number): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size < 1e-3 || size >= 1e6) return trimmed(value.toExponential(digits - 1)).replace("e+", "e");
  if (size >= 1e4) return `${trimmed((value / 1000).toPrecision(digits))}k`;
  if (size >= 10 ** digits) return String(Math.round(value));
  return value.toPrecision(digits);
}

/** Without zeros at the end of the fraction. */
function trimmed(text: string): string {
  return text.replace(/(\.\d*?)0+(e|$)/, "$1$2").replace(/\.(e|$)/, "$1");
}

/** A tick of an axis: no digits that say nothing. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5))
    return trimmed(value.toExponential(1)).replace("e+", "e").replace(/-/g, MINUS);
  if (size >= 1e4) return `${Number((value / 1000).toPrecision(4))}k`;
  return String(Number(value.toPrecision(6))).replace("-", MINUS);
}

/** A setting's value, exactly as it would be typed. */
export function formatSetting(value: unknown): string {
  if (typeof value !== "number") return value === undefined ? "" : String(value);
  return String(value);
}

/** `12,345` */
export function formatCount(value: number): string {
  return value.toLocaleString("en-GB");
}

/** `18 MB`, `1.5 GB`: two digits at least, in powers of a thousand. */
export function formatBytes(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 ? trimmed(value.toFixed(1)) : Math.round(value)} ${units[power]}`;
}

/** `72.5%` */
export function formatPercent(value: number, digits = 1): string {
  return Number.isFinite(value) ? `${(100 * value).toFixed(digits).replace("-", MINUS)}%` : "\u2013";
}

/** With so many digits after the point: `0.00`, and no minus where all of them are zero. */
export function formatFixed(value: number, digits: number): string {
  return formatSigned(value, digits).replace("+", "");
}

/** With its sign, as differences are written: `+9.8`. */
export function formatSigned(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return `${value < 0 && Number(text) !== 0 ? MINUS : "+"}${text}`;
}

/** `4:07`, `1:02:09` */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, "0"))).join(":");
}
