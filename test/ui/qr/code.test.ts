import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { MOST_BYTES, qrImage } from "../../../src/ui/qr/code";

/** The modules that a path draws. */
function drawn(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let i = 0; i < Number(width); i++) (modules[Number(y)] as boolean[])[Number(x) + i] = true;
  return modules;
}

describe("a QR code", () => {
  it("draws just the modules of the link, with light ones around it", () => {
    const link = "https://example.org/#lesson=1&lesson.title=Why+%C3%BC";
    const { size, path } = qrImage(link) ?? { size: 0, path: "" };
    expect(drawn(path, size)).toEqual(encode(link, { ecc: "L", border: 4 }).data);
    expect(drawn(path, size)[3]?.some(Boolean)).toBe(false);
  });

  it("holds the longest link that fits, and is none beyond", () => {
    expect(qrImage("x".repeat(MOST_BYTES))?.size).toBe(185);
    expect(qrImage("x".repeat(MOST_BYTES + 1))).toBeNull();
    expect(qrImage("\u00fc".repeat(MOST_BYTES / 2 + 1))).toBeNull();
  });
});
