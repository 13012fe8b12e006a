import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fnv1a, NOTHING_HASHED } from "../../../src/data/fnv1a";
import type { DecodeImage, PickedFile } from "../../../src/data/types";

/** Files as people have them, which are too many to be kept with the project; not on every machine. */
export const CASES = ["../shared/cases", "../../shared/cases"].find((path) => existsSync(path)) ?? null;

/** A file of the cases, or all files of a folder with their paths, as they would be dropped. */
export function caseFiles(path: string): PickedFile[] {
  const whole = join(CASES!, path);
  const name = path.split("/").at(-1)!;
  if (!statSync(whole).isDirectory()) return [{ file: new File([readFileSync(whole)], name), path: name }];
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name: own, parentPath }) => ({
      file: new File([readFileSync(join(parentPath, own))], own),
      path: join(name, parentPath.slice(whole.length), own),
    }));
}

const ENDS = [
  { start: [0x89, 0x50], end: [0xae, 0x42, 0x60, 0x82] },
  { start: [0xff, 0xd8], end: [0xff, 0xd9] },
];

/** Takes the place of a browser's decoder: noise that follows from the bytes; what is empty or cut short is refused as there. */
export const pretendToDecode: DecodeImage = async (encoded) => {
  const bytes = new Uint8Array(await encoded.arrayBuffer());
  const known = ENDS.find(({ start }) => start.every((byte, i) => bytes[i] === byte));
  const isWhole = !known || known.end.every((byte, i) => bytes.at(i - known.end.length) === byte);
  if (bytes.length === 0 || !isWhole) throw new Error("not whole");
  let hash = fnv1a(bytes, NOTHING_HASHED);
  const data = Uint8Array.from({ length: 32 * 32 * 4 }, (_, i) => {
    hash = (Math.imul(hash, 1_664_525) + 1_013_904_223) >>> 0;
    return i % 4 === 3 ? 255 : hash >>> 24;
  });
  return { height: 32, width: 32, data };
};
