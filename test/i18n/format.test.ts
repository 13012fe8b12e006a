import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import {
  formatBytes,
  formatCount,
  formatDateTime,
  formatDuration,
  formatFixed,
  formatList,
  formatNumber,
  formatPercent,
  formatPlain,
  formatSigned,
  formatTick,
} from "../../src/i18n/format";
import { ENGLISH, setLocale } from "../../src/i18n/locale";
import { PSEUDO } from "../../src/i18n/pseudo";

afterEach(() => setLocale(ENGLISH));

describe("formatFixed", () => {
  it("writes no sign for what rounds to zero, and a real minus", () => {
    expect(formatFixed(0.0017, 2)).toBe("0.00");
    expect(formatFixed(-0.001, 2)).toBe("0.00");
    expect(formatFixed(-0.25, 2)).toBe("\u22120.25");
  });
});

describe("sizes that a reader meets", () => {
  it("are written out, and have a power of ten where there are too many zeros to count", () => {
    expect([9.8e-5, 3.14159e-5, 2.5e-6, 1_520_000].map((value) => formatNumber(value))).toEqual([
      "0.000098",
      "0.0000314",
      "0.0000025",
      "1.52M",
    ]);
    expect([3e-9, -1.234e-12, 1e-8, 2.5e12].map((value) => formatNumber(value))).toEqual([
      "3 \u00d7 10\u207b\u2079",
      "\u22121.23 \u00d7 10\u207b\u00b9\u00b2",
      "10\u207b\u2078",
      "2.5 \u00d7 10\u00b9\u00b2",
    ]);
    expect([2.5e-5, 1e-9, 3e6].map(formatTick)).toEqual(["0.000025", "10\u207b\u2079", "3M"]);
  });

  it("never show a programmer's exponent", () => {
    const anything = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 6 }), (value, digits) => {
        expect(formatNumber(value, digits) + formatTick(value)).not.toMatch(/\de/i);
      }),
    );
  });
});

describe("format", () => {
  it("writes few digits that say enough", () => {
    expect([0, 1.5, 0.01234, 1234, 12345, 2e-7, -3.456].map((value) => formatNumber(value))).toEqual([
      "0",
      "1.50",
      "0.0123",
      "1234",
      "12.3k",
      "2 \u00d7 10\u207b\u2077",
      "\u22123.46",
    ]);
    expect([Number.NaN, null, undefined].map((value) => formatNumber(value))).toEqual(["\u2013", "\u2013", "\u2013"]);
    expect([0.2, 1000, 20000, 1e-5].map(formatTick)).toEqual(["0.2", "1000", "20k", "0.00001"]);
    expect([formatSigned(9.82, 1), formatSigned(-0.04, 1), formatSigned(-3, 0)]).toEqual(["+9.8", "+0.0", "\u22123"]);
    expect([0, 999, 29_404, 1.52e6, 18e6, 144e6, 2.5e9].map(formatBytes)).toEqual([
      "0 bytes",
      "999 bytes",
      "29 kB",
      "1.5 MB",
      "18 MB",
      "144 MB",
      "2.5 GB",
    ]);
    expect([formatPercent(0.725), formatPercent(1, 0), formatPercent(Number.NaN)]).toEqual(["72.5%", "100%", "\u2013"]);
    expect([5000, 247_000, 3_729_000].map(formatDuration)).toEqual(["0:05", "4:07", "1:02:09"]);
  });
});

describe("the language of the page", () => {
  it("writes counts, dates and lists", () => {
    expect([formatCount(12_345), formatPlain(12_345), formatPlain(-0.05)]).toEqual(["12,345", "12345", "-0.05"]);
    expect(formatDateTime(new Date(2026, 0, 3, 14, 5))).toBe("3 Jan 2026, 14:05");
    expect(formatList(["a", "b", "c"])).toBe("a, b and c");
  });

  it("is one for all of them", () => {
    setLocale(PSEUDO);
    expect([
      formatNumber(1.5),
      formatTick(0.2),
      formatPercent(0.725).replace(/\s/, " "),
      formatSigned(9.82, 1),
      formatFixed(0.5, 2),
    ]).toEqual(["1,50", "0,2", "72,5 %", "+9,8", "0,50"]);
    expect([formatCount(12_345), formatPlain(12_345), formatBytes(1.52e6)]).toEqual(["12\u202f345", "12345", "1,5 ṀƁ"]);
    expect(formatDateTime(new Date(2026, 0, 3, 14, 5))).toContain("janv. 2026");
  });
});
