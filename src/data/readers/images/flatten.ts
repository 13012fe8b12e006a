import { type Said, say } from "../../../i18n/message";
import { luma } from "../../assembly/resize";
import type { PictureChoices } from "../../interpretation/outline";
import type { Interpretation } from "../../interpretation/schema";
import type { Suspicion } from "../../report/report";
import type { Levels, Sheet } from "./sheet";
import { texts } from "./texts";

/** What became of a sheet: bytes [count, side, side, channels], and what was decided about all of them. */
export interface Flattened {
  values: Uint8Array;
  notes: Said[];
  suspicions: Suspicion[];
  /** Of what was decided, what may be said otherwise. */
  choices: PictureChoices;
}

type Wish = NonNullable<Interpretation["pictures"]>;
type Ground = NonNullable<Wish["ground"]>;

/** Brightness that becomes 0 and 255. */
interface Range {
  low: number;
  high: number;
}

/** Pixels of a thousand that do not count, such as dead ones of a sensor. */
const OUTLIERS = 1 / 1000;
/** A drawing that differs from its ground by less, of 255, cannot be seen. */
const SEEN = 16;
const WHITE = 255;

/**
 * Settles for all pictures of a sheet alike which brightness becomes black and white, and on which ground transparent ones lie.
 *
 * @param said what was said of it; the rest is chosen
 */
export function flatten(sheet: Sheet, said: Wish = {}): Flattened {
  const range = rangeOf(sheet, said.range);
  const drawn = sheet.opacity && drawnBrightness(sheet, sheet.opacity, range);
  const ground = drawn && (said.ground ?? groundFor(drawn));
  const notes = [...colorNote(sheet), ...rangeNote(sheet, range), ...sizeNotes(sheet, said.fit)];
  if (sheet.facts.moving > 0) notes.push(say(texts.moving, { moving: sheet.facts.moving, count: sheet.count }));
  if (ground) notes.push(groundNote(sheet, ground, said.ground !== undefined));
  return {
    values: valuesOf(sheet, range, ground === "black" ? 0 : WHITE),
    notes,
    suspicions: drawn && ground ? vanishing(drawn, ground) : [],
    choices: {
      ...((said.range || sheet.facts.deep > 0) && { range: isWhole(sheet, range) ? "asIs" : "stretched" }),
      ...(ground && { ground }),
      ...(sheet.facts.oblong > 0 && { fit: said.fit ?? "middle" }),
    },
  };
}

/** Of pictures of 16 bits what nearly all of them use, since few fill that; of others all, unless it was said otherwise. */
function rangeOf(sheet: Sheet, said: Wish["range"]): Range {
  const { most, facts } = sheet;
  const whole = { low: 0, high: most };
  if ((said ?? (facts.deep > 0 ? "stretched" : "asIs")) === "asIs") return whole;
  const counts = countLevels(sheet);
  const limit = (OUTLIERS / 2) * counts.reduce((sum, count) => sum + count, 0);
  const low = firstBeyond(counts, limit);
  const high = most - firstBeyond(counts.toReversed(), limit);
  return low < high ? { low, high } : whole;
}

/** How often each level comes, of pixels that are not transparent at all. */
function countLevels({ colors, channels, opacity, most, count, side }: Sheet): Float64Array {
  const counts = new Float64Array(most + 1);
  for (let i = 0; i < count * side * side; i++)
    if (!opacity || opacity[i] === most) for (let c = 0; c < channels; c++) counts[colors[channels * i + c]!]!++;
  return counts;
}

function firstBeyond(counts: Float64Array, limit: number): number {
  let sum = 0;
  return counts.findIndex((count) => {
    sum += count;
    return sum > limit;
  });
}

/** Brightness of what is drawn in each picture that is transparent in places, 0..255; NaN where nothing is. */
function drawnBrightness(sheet: Sheet, opacity: Levels, { low, high }: Range): number[] {
  const { colors, channels, most, count, side } = sheet;
  const area = side * side;
  const brightness: number[] = [];
  for (let picture = 0; picture < count; picture++) {
    let [light, cover, isOpaque] = [0, 0, true];
    for (let i = picture * area; i < (picture + 1) * area; i++) {
      const at = channels * i;
      light += channels === 1 ? colors[at]! : luma(colors[at]!, colors[at + 1]!, colors[at + 2]!);
      cover += opacity[i]! / most;
      isOpaque &&= opacity[i] === most;
    }
    if (!isOpaque) brightness.push(((light / cover - low) / (high - low)) * WHITE);
  }
  return brightness;
}

/** That from which drawings differ more on the whole. */
function groundFor(drawn: readonly number[]): Ground {
  const seen = drawn.filter((brightness) => !Number.isNaN(brightness));
  const mean = seen.reduce((sum, brightness) => sum + brightness, 0) / seen.length;
  return mean > WHITE / 2 ? "black" : "white";
}

function vanishing(drawn: readonly number[], ground: Ground): Suspicion[] {
  const level = ground === "black" ? 0 : WHITE;
  const count = drawn.filter((brightness) => !(Math.abs(brightness - level) >= SEEN)).length;
  return count > 0 ? [{ kind: "vanishing", said: say(texts.vanishing, { count, of: drawn.length, ground }) }] : [];
}

function valuesOf(sheet: Sheet, { low, high }: Range, ground: number): Uint8Array {
  const { colors, opacity, channels, most, count, side } = sheet;
  const length = count * side * side * channels;
  if (!opacity && low === 0 && high === WHITE && colors instanceof Uint8Array) return colors.subarray(0, length);
  const values = colors instanceof Uint8Array ? colors.subarray(0, length) : new Uint8Array(length);
  const scale = WHITE / (high - low);
  for (let i = 0; i < length; i++) {
    const cover = opacity ? opacity[Math.trunc(i / channels)]! / most : 1;
    const color = Math.min(WHITE * cover, Math.max(0, (colors[i]! - cover * low) * scale));
    values[i] = Math.round(color + (1 - cover) * ground);
  }
  return values;
}

/** Where few have color, one may wonder why all are stored in color. */
function colorNote({ channels, count, facts: { colored } }: Sheet): Said[] {
  return channels === 3 && 2 * colored < count ? [say(texts.fewColored, { colored, count })] : [];
}

function isWhole({ most }: Sheet, { low, high }: Range): boolean {
  return low === 0 && high === most;
}

function rangeNote(sheet: Sheet, range: Range): Said[] {
  const { count, most, facts } = sheet;
  const { deep } = facts;
  const bits = deep > 0 ? [say(texts.deep, { deep, count })] : [];
  if (!isWhole(sheet, range)) return [...bits, say(texts.stretched, { ...range, most })];
  return deep > 0 ? [...bits, say(texts.asIs, { most })] : [];
}

function sizeNotes({ side, count, facts: { smallest, largest, oblong } }: Sheet, fit: Wish["fit"] = "middle"): Said[] {
  const [height, width] = smallest;
  const [tallest, widest] = largest;
  const differ = height !== tallest || width !== widest;
  const isSame = !differ && Math.min(height, width) === side;
  return [
    ...(differ ? [say(texts.sizes, { height, width, tallest, widest, side })] : []),
    ...(differ || isSame ? [] : [say(texts.resized, { height, width, side })]),
    ...(oblong > 0 ? [say(texts.oblong, { oblong, count, fit })] : []),
  ];
}

function groundNote({ facts: { transparent }, count }: Sheet, ground: Ground, isSaid: boolean): Said {
  return say(isSaid ? texts.groundSaid : texts.ground, { transparent, count, ground });
}
