import { describe, expect, it } from "vitest";
import { PALETTE } from "../../../src/config/arms";
import { MOST_OVERLAID } from "../../../src/session/overlay/state";
import { mixed, PAPER, RUN_COLORS, runLook } from "../../../src/ui/charts/overlay/looks";

type Triple = [number, number, number];
const THEMES = ["light", "dark"] as const;

/** Full color vision, and what people without one kind of cone see (Machado, Oliveira and Fernandes 2009, severity 1). */
const VISIONS: Record<string, Triple[]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (matrix: Triple[], v: Triple): Triple =>
  matrix.map((row) => row.reduce((sum, value, i) => sum + value * (v[i] as number), 0)) as Triple;

function linear(color: string): Triple {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

const LMS: Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const LAB: Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

/** OKLab of a color as it is seen. */
function seen(color: string, vision: Triple[]): Triple {
  const light = times(vision, linear(color)).map((value) => Math.min(1, Math.max(0, value))) as Triple;
  return times(LAB, times(LMS, light).map(Math.cbrt) as Triple);
}

function distance(a: string, b: string): number {
  const one = (vision: Triple[]) => Math.hypot(...seen(a, vision).map((value, i) => value - seen(b, vision)[i]!));
  return Math.min(...Object.values(VISIONS).map(one));
}

function contrast(a: string, b: string): number {
  const luminance = (color: string) =>
    linear(color).reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i]!, 0);
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

describe.each(THEMES)("runs on a %s page", (theme) => {
  const dark = theme === "dark";
  const colors = RUN_COLORS.map((pair) => pair[theme]);
  const arms = PALETTE.slice(0, 2).map((pair) => pair[theme]);

  it("have colors that every kind of eye tells from each other and from the two arms", () => {
    expect(colors).toHaveLength(MOST_OVERLAID);
    // A difference of 0.02 can just be seen.
    for (const [i, color] of colors.entries())
      for (const other of [...colors.slice(0, i), ...arms]) expect(distance(color, other)).toBeGreaterThan(0.055);
  });

  it("can be seen on the page, colored by run or by arm", () => {
    for (const color of colors) expect(contrast(color, PAPER[theme])).toBeGreaterThan(2.95);
    for (const color of arms)
      for (let place = 0; place < MOST_OVERLAID; place++) {
        const look = runLook({ label: "", color, dash: "" }, { place, isGhost: false, coloring: "arm", dark });
        expect(contrast(look.color, PAPER[theme])).toBeGreaterThan(2.95);
      }
  });

  it("differ in dash or shade where an arm keeps its color, and arms in their dash where a run has one", () => {
    const look = { label: "InfoNCE", color: arms[0]!, dash: "7 3" };
    const at = (place: number, coloring: "arm" | "run") => runLook(look, { place, isGhost: false, coloring, dark });
    const keys = [...Array(MOST_OVERLAID).keys()].map((place) => `${at(place, "arm").color} ${at(place, "arm").dash}`);
    expect(new Set(keys).size).toBe(MOST_OVERLAID);
    expect(at(3, "run")).toEqual({ label: "InfoNCE", color: colors[3], dash: "7 3" });
    expect(at(3, "arm").color).not.toBe(colors[3]);
  });
});

describe("mixed", () => {
  it("goes from the ground to the color", () => {
    expect(mixed("#0072b2", "#ffffff", 1)).toBe("#0072b2");
    expect(mixed("#0072b2", "#ffffff", 0)).toBe("#ffffff");
    expect(mixed("#000000", "#ffffff", 0.5)).toBe("#808080");
    expect(mixed("currentColor", "#ffffff", 0.5)).toBe("currentColor");
  });
});
