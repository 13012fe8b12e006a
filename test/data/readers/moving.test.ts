import { expect, test } from "vitest";
import { moves } from "../../../src/data/readers/images/moving";
import { concatenated } from "./cifarFiles";
import { png } from "./pngFiles";

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const frame = latin1("!\xf9\x04\x00\x0a\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00");
const gif = (frames: number) =>
  concatenated([
    latin1("GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"),
    ...Array.from({ length: frames }, () => frame),
    latin1(";"),
  ]);

test.each<[string, Uint8Array, boolean]>([
  ["a GIF of one frame", gif(1), false],
  ["a GIF of two frames", gif(2), true],
  ["a WebP that moves", latin1("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0"), true],
  ["a WebP that has opacity alone", latin1("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0"), false],
  ["a PNG of several frames", latin1("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR.................\0\0\0\x08acTL"), true],
  ["a PNG", png(8, 8, [0, 0, 0]), false],
  ["an AVIF of several pictures", latin1("\0\0\0\x20ftypavis"), true],
  ["nothing", new Uint8Array(0), false],
])("%s", (_, bytes, right) => {
  expect(moves(bytes)).toBe(right);
});
