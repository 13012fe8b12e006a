import type { Interpretation } from "../../../src/data/interpretation/schema";
import { drawing, plain, raw } from "./rawPictures";

/** Pictures as people have them, and what is right for them (../shared/cases, rows 05, 06, 13, 14, 16, 17, 24). */
export interface PictureCase {
  of: string;
  files: Record<string, Uint8Array | string>;
  interpretation?: Interpretation;
  right: {
    /** Samples to train on and held out, in all; 12 where nothing is said. */
    count?: number;
    /** None where nothing is said. */
    classes?: string[];
    shape?: number[];
    /** Samples held out, where the data says which. */
    test?: number;
    /** The pixel in the middle of some sample, and one at its corner. */
    middle?: number[];
    corner?: number[];
  };
  /** Sentences of the report; what must not be in it. */
  said?: RegExp[];
  unsaid?: RegExp;
}

/** So many pictures, without classes. */
const some = (picture: (i: number) => Uint8Array, count = 12) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.png`, picture(i)]));
const SIDE = 28;
/** What tells them apart, so that none equals another. */
const square = (i: number, color: Parameters<typeof plain>[0], bits: 8 | 16 = 8) =>
  raw(SIDE, SIDE, (x, y) => (x + SIDE * y === i ? [0, 0, 0] : color), bits);
const drawn = (color: Parameters<typeof plain>[0]) => some(() => raw(24, 24, drawing(color)));

const GROUNDS: PictureCase[] = [
  {
    of: "16 black drawings on nothing lie on white",
    files: drawn([0, 0, 0]),
    right: { middle: [0], corner: [255] },
    said: [/12 of 12 pictures are transparent in places: they lie on white, from which the drawings differ more/],
  },
  {
    of: "16 white drawings on nothing lie on black",
    files: drawn([255, 255, 255]),
    right: { middle: [255], corner: [0] },
    said: [/they lie on black/],
    unsaid: /can hardly be seen/,
  },
  {
    of: "16 colored drawings on nothing",
    files: drawn([255, 220, 40]),
    right: { middle: [255, 220, 40], corner: [0, 0, 0], shape: [28, 28, 3] },
  },
  {
    of: "16 half transparent black on nothing",
    files: drawn([0, 0, 0, 128]),
    right: { middle: [127], corner: [255] },
  },
  {
    of: "16 white drawings that are said to lie on white",
    files: drawn([255, 255, 255]),
    interpretation: { pictures: { ground: "white" } },
    right: { middle: [255], corner: [255] },
    said: [/on white, as it was said/, /12 of 12 pictures that are transparent in places can hardly be seen on white/],
  },
  {
    of: "16 nine black and three white drawings: one ground for all",
    files: some((i) => raw(24, 24, drawing(i < 9 ? [0, 0, 0] : [255, 255, 255]))),
    right: { corner: [255] },
    said: [/they lie on white/, /3 of 12 pictures that are transparent in places can hardly be seen on white/],
  },
  {
    of: "16 opaque pictures beside one drawing on nothing",
    files: some((i) => (i === 7 ? raw(SIDE, SIDE, drawing([0, 0, 0])) : square(i, [90, 90, 90]))),
    right: {},
    said: [/1 of 12 pictures is transparent in places: they lie on white/],
  },
  {
    of: "16 pictures with nothing in them",
    files: some(() => raw(SIDE, SIDE, plain([0, 0, 0, 0]))),
    right: { corner: [255] },
    said: [/12 of 12 pictures that are .* can hardly be seen/],
  },
];

const COLORS: PictureCase[] = [
  {
    of: "16 grey throughout",
    files: some((i) => square(i, [90, 90, 90])),
    right: { shape: [28, 28, 1], middle: [90] },
  },
  {
    of: "16 the last one in color, behind more grey ones than are decoded at a time",
    files: some((i) => square(i, i === 39 ? [200, 0, 0] : [90, 90, 90]), 40),
    right: { count: 40, shape: [28, 28, 3], middle: [90, 90, 90] },
    said: [/1 of 40 pictures has color: all are taken in color/],
  },
  {
    of: "16 color that is not wanted",
    files: some((i) => square(i, [200, 0, 0])),
    right: { shape: [28, 28, 3], middle: [200, 0, 0] },
    unsaid: /color/,
  },
];

const SIZES: PictureCase[] = [
  {
    of: "16 of different sizes",
    files: some((i) => raw(30 + i, 30, plain([i, 0, 0]))),
    right: { shape: [30, 30, 3] },
    said: [/from 30 x 30 to 30 x 41 pixels; all become 30 x 30/, /11 of 12 pictures are oblong: the largest square in/],
  },
  {
    of: "16 single pixels are enlarged, which is said",
    files: some((i) => raw(1, 1, plain([i, i, i]))),
    right: { shape: [28, 28, 1] },
    said: [/The pictures are of 1 x 1 pixels; all become 28 x 28/],
  },
  {
    of: "16 oblong ones lose their margins",
    files: some((i) => raw(84, 28, (x) => (x < 28 ? [i, i, i] : [200, 200, 200]))),
    right: { corner: [200] },
    said: [/12 of 12 pictures are oblong: the largest square in the middle is taken/, /samples looked at are equal/],
  },
  {
    of: "16 oblong ones are squeezed by choice",
    files: some((i) => raw(84, 28, (x) => (x < 28 ? [0, 0, 0] : [200 + i, 200 + i, 200 + i]))),
    interpretation: { pictures: { fit: "whole" } },
    right: { shape: [28, 28, 1] },
    said: [/they are squeezed into a square/],
    unsaid: /are equal/,
  },
  {
    of: "16 a single pixel among larger ones does not settle the side",
    files: some((i) => (i % 4 === 0 ? raw(1, 1, plain([i, i, i])) : raw(40, 40, plain([i, i, i])))),
    right: { shape: [40, 40, 1] },
    said: [/from 1 x 1 to 40 x 40 pixels/],
  },
  {
    of: "05 files with nothing in them, and damaged ones",
    files: { ...some((i) => square(i, [i, i, i]), 14), "3.png": new Uint8Array(0), "4.png": Uint8Array.of(1, 0, 1, 0) },
    right: {},
    said: [/1 empty: 3\.png/, /1 that cannot be decoded as pictures: 4\.png/],
  },
];

const DEPTHS: PictureCase[] = [
  {
    of: "16 dark pictures of 12 bits in 16",
    files: some((i) => raw(SIDE, SIDE, (x, y) => grey(100 + ((i + x * SIDE + y * 997) % 3996)), 16)),
    right: { shape: [28, 28, 1] },
    said: [
      /12 of 12 pictures have 16 bits a channel/,
      /Brightness from 10\d to 4,09\d of 65,535 was stretched to 0 to 255, in all pictures alike/,
    ],
    unsaid: /hardly vary/,
  },
  {
    of: "16 dark pictures of 16 bits, as they are",
    files: some((i) => raw(SIDE, SIDE, (x, y) => grey(100 + ((i + x * SIDE + y * 997) % 1996)), 16)),
    interpretation: { pictures: { range: "asIs" } },
    right: {},
    said: [/They are taken as they are, from 0 to 65,535/, /pixels hardly vary: all lie between 0 and 8/],
  },
  {
    of: "16 one stretch for all: a bright picture stays brighter than a dark one",
    files: some((i) => square(i, i % 2 === 0 ? [4000, 4000, 4000] : [2000, 2000, 2000], 16)),
    right: { corner: [128], middle: [128] },
    unsaid: /hardly vary/,
  },
  {
    of: "16 bytes beside pictures of 16 bits",
    files: some((i) => square(i, i === 11 ? [65_535, 65_535, 65_535] : [100, 100, 100], i === 11 ? 16 : 8)),
    right: { middle: [100] },
    said: [/1 of 12 pictures has 16 bits/],
  },
  {
    of: "16 dark bytes, stretched by choice",
    files: some((i) => square(i, i % 2 === 0 ? [8, 8, 8] : [4, 4, 4])),
    interpretation: { pictures: { range: "stretched" } },
    right: {},
    said: [/Brightness from 0 to 8 of 255 was stretched/],
    unsaid: /hardly vary/,
  },
  {
    of: "16 a drawing of 16 bits on nothing",
    files: some(() => raw(24, 24, (x, y) => (x > 9 && x < 14 ? grey(4000 - 100 * y) : [0, 0, 0, 0]), 16)),
    right: {},
    said: [/Brightness from 1,700 to 4,000 of 65,535/, /they lie on /],
  },
];

function grey(level: number): [number, number, number] {
  return [level, level, level];
}

export const PICTURE_CASES: PictureCase[] = [...GROUNDS, ...COLORS, ...SIZES, ...DEPTHS];
