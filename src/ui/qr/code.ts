import { encode } from "uqr";

/** Most bytes that a QR code holds, at its least correction of errors. */
export const MOST_BYTES = 2953;

/** Light modules around the code, as the standard asks for. */
const BORDER = 4;

export interface QrImage {
  /** Modules at each side, with the border. */
  size: number;
  /** The dark modules as an SVG path, a module being 1 wide. */
  path: string;
}

/** The QR code of a link; null where it does not fit. */
export function qrImage(link: string): QrImage | null {
  if (new TextEncoder().encode(link).length > MOST_BYTES) return null;
  const { data, size } = encode(link, { ecc: "L", border: BORDER });
  return { size, path: data.map(rowPath).join("") };
}

/** A rectangle for each stretch of dark modules. */
function rowPath(row: readonly boolean[], y: number): string {
  const starts = row.flatMap((isDark, x) => (isDark && !row[x - 1] ? [x] : []));
  return starts.map((x) => `M${x} ${y}h${stretch(row, x)}v1h-${stretch(row, x)}z`).join("");
}

function stretch(row: readonly boolean[], from: number): number {
  const end = row.indexOf(false, from);
  return (end < 0 ? row.length : end) - from;
}
