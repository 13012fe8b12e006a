/** What the tables of the cases are made of: cells, lines, and bytes in several encodings. */

/** A number without a pattern, the same every time. */
export function noise(i: number, column = 0): number {
  return Math.round(1000 * Math.sin(12.9898 * i + 78.233 * column + 1)) / 500;
}

export const lines = (count: number, row: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");
export const utf8 = (text: string) => new TextEncoder().encode(text);
export const SPECIES = ["setosa", "versicolor", "virginica"];
export const species = (i: number) => SPECIES[i % 3]!;
export const cells = (i: number) => [0, 1, 2, 3].map((column) => noise(i, column).toFixed(1)).join(",");
export const twelve = (mark = ",") => lines(60, (i) => [i % 7, i % 5, i % 2].join(mark));

export function utf16(text: string, littleEndian: boolean, mark = true): Uint8Array {
  const codes = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(2 * codes.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < codes.length; i++) view.setUint16(2 * i, codes.charCodeAt(i), littleEndian);
  return bytes;
}

/** Latin letters as Windows writes them: their numbers are those of Unicode. */
export const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** `日` and `本`, the classes, in Shift JIS. */
export const shiftJis = (text: string) =>
  Uint8Array.from(
    [...text].flatMap((letter) => ({ 日: [0x93, 0xfa], 本: [0x96, 0x7b] })[letter] ?? [letter.charCodeAt(0)]),
  );

export const pixels = (i: number) =>
  Array.from({ length: 784 }, (_, at) => (at + 1 === 300 ? 255 : (i * 31 + at * 7) % 251 < 40 ? 200 : 0)).join(",");
export const pixelNames = Array.from({ length: 784 }, (_, at) => `pixel${at + 1}`).join(",");
export const images = (count: number) => lines(count, (i) => `${i % 4},${pixels(i)}`);
export const missing = (mark: string) =>
  `a,b,c,label\n${lines(60, (i) => `${noise(i)},${i === 10 ? mark : noise(i, 1)},${noise(i, 2)},${i % 2}`)}`;
