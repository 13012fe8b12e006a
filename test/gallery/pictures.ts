import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright";
import { decode } from "./inPage";
import { encodePng, type Picture } from "./png";

/** The committed pictures: written on request, else compared where the machine draws as the one that made them did. */

const FOLDER = fileURLToPath(new URL("pictures", import.meta.url));
const FINGERPRINT = join(FOLDER, "fingerprint.txt");
/** Pixels; what is wider is made smaller. */
const WIDEST = 480;
/** Difference of a color that is seen, and the share of pixels that may have one. */
const SEEN = 64;
const TOLERATED = 0.005;

export const SCHEMES = ["light", "dark"] as const;

export function pictureName(id: string, scheme: string): string {
  return `${id}-${scheme}.png`;
}

export function knownPictures(): string[] {
  return existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith(".png")) : [];
}

export function knownFingerprint(): string {
  return existsSync(FINGERPRINT) ? readFileSync(FINGERPRINT, "utf8").trim() : "";
}

export function writeFingerprint(fingerprint: string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(FINGERPRINT, `${fingerprint}\n`);
}

export async function writePicture(page: Page, name: string, png: Buffer): Promise<void> {
  writeFileSync(join(FOLDER, name), encodePng(await pixelsOf(page, png)));
}

/** Says how a picture differs from the one that is known; empty where nobody would see it. */
export async function differenceFromKnown(page: Page, name: string, png: Buffer): Promise<string> {
  const known = await pixelsOf(page, readFileSync(join(FOLDER, name)));
  // In as few colors as the known one: a photograph loses more by them than the eye forgives.
  const now = await pixelsOf(page, Buffer.from(encodePng(await pixelsOf(page, png))));
  if (now.width !== known.width || now.height !== known.height)
    return `${name} is ${now.width} x ${now.height}, and was ${known.width} x ${known.height}`;
  const share = shareOfSeen(now.data, known.data);
  return share <= TOLERATED ? "" : `${(100 * share).toFixed(1)} % of the pixels of ${name} differ`;
}

async function pixelsOf(page: Page, png: Buffer): Promise<Picture> {
  const { data, ...size } = await page.evaluate(decode, { png: png.toString("base64"), widest: WIDEST });
  return { ...size, data: Buffer.from(data, "base64") };
}

function shareOfSeen(a: Uint8Array, b: Uint8Array): number {
  let seen = 0;
  for (let i = 0; i < a.length; i += 4) {
    const differs = [0, 1, 2].some(
      (channel) => Math.abs((a[i + channel] as number) - (b[i + channel] as number)) > SEEN,
    );
    if (differs) seen++;
  }
  return seen / (a.length / 4);
}
