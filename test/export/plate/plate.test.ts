import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planeOf } from "../../../src/export/figure/place";
import { aboveEachOther, besideEachOther } from "../../../src/export/figure/ticks";
import { textWidth } from "../../../src/export/letters";
import { captionOf } from "../../../src/export/plate/caption";
import { drawPlate, plateData } from "../../../src/export/plate/plate";
import { LEAST_TEXT, PLATE_SIZES, plateSize, toMillimeters, toPoints } from "../../../src/export/plate/size";
import { wrapped } from "../../../src/export/plate/wrap";
import type { Along } from "../../../src/export/report/along";
import { formatTick } from "../../../src/i18n/format";
import type { MetricId } from "../../../src/metrics";
import { RunColumns } from "../../../src/record/columns";
import { linearAxis, logAxis } from "../../../src/record/drawn/scales";
import { tinyConfig } from "../../support/experiment";

const ARMS = [{ objective: "infoNce" as const }, { objective: "flatNce" as const }, { objective: "dcl" as const }];
const OWN = { width: 120, height: 80 };
const METRICS: MetricId[] = ["infoNce", "gradientVariance", "probeAccuracy"];

function runWith(name: string, last = 400) {
  const config = tinyConfig({ arms: ARMS, steps: last });
  const columns = new RunColumns(6);
  const steps = Int32Array.from({ length: 40 }, (_, i) => Math.round((i * last) / 40));
  for (const metric of METRICS) {
    const values = Float32Array.from({ length: 240 }, (_, i) => 0.2 + 1 / (1 + Math.floor(i / 6)) + (i % 6) / 50);
    columns.append({ steps, values: { [metric]: values } });
  }
  return { name, config, columns, changes: [] };
}

const pause = () => Promise.resolve();
async function plateOf(
  id: (typeof PLATE_SIZES)[number],
  { metrics = METRICS, caption = "", runs = [runWith("A")], own = OWN } = {},
) {
  return drawPlate(await plateData(runs, metrics, { smoothing: 0.9, pause }), plateSize(id, own), caption);
}

const numbersOf = (svg: string, attribute: string) =>
  [...svg.matchAll(new RegExp(` ${attribute}="([\\d.]+)"`, "g"))].map(([, value]) => Number(value));

describe("a plate", () => {
  it("has its size in millimeters, and points as its unit", async () => {
    for (const [id, width] of [
      ["column", 85],
      ["page", 178],
      ["slide", 254],
      ["custom", 120],
    ] as const) {
      const { svg, ...plate } = await plateOf(id);
      const [, asked, height] = /<svg[^>]* width="([\d.]+)mm" height="([\d.]+)mm"/.exec(svg) ?? [];
      const [, across, down] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
      expect(Number(asked)).toBe(width);
      expect(plate).toEqual({ width, height: Number(height) });
      expect(toMillimeters(Number(across))).toBeCloseTo(width, 1);
      expect(toMillimeters(Number(down))).toBeCloseTo(plate.height, 1);
    }
    expect((await plateOf("slide")).height).toBeCloseTo((254 * 9) / 16, 0);
  });

  it("is taller than asked for where its panels need it, and says how tall", async () => {
    const small = await plateOf("custom", { own: { width: 60, height: 30 } });
    expect(small.height).toBeGreaterThan(30);
    expect((await plateOf("custom", { own: { width: 200, height: 90 } })).height).toBeCloseTo(90, 1);
  });

  it("writes nothing smaller than journals take, and no text as a path", async () => {
    for (const id of PLATE_SIZES) {
      const { svg } = await plateOf(id, { caption: "What is to be seen." });
      expect(Math.min(...numbersOf(svg, "font-size"))).toBeGreaterThanOrEqual(LEAST_TEXT);
      expect(svg).toContain(">What is to be seen.</text>");
      expect(svg.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")).toContain("(c) Linear probe accuracy (share)");
    }
  });

  it("has no text beyond its paper", async () => {
    const caption = "A caption that is longer than a line of a narrow column, and goes on for some time. ".repeat(4);
    for (const id of PLATE_SIZES) {
      const { svg } = await plateOf(id, { caption });
      const text = Number(/font-size="([\d.]+)"/.exec(svg)?.[1]);
      const across = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]) - 2 * toPoints(plateSize(id, OWN).margin);
      const own = [...svg.matchAll(/<text x="([\d.]+)" y="[-\d.]+"(?: font-weight="600")?>([^<]*)</g)];
      expect(own.length).toBeGreaterThan(5);
      for (const [, x, words] of own)
        expect(Number(x) + textWidth(words ?? "", text), words).toBeLessThanOrEqual(across + 0.1);
    }
  });

  it("tells its lines apart without color, in the legend as in the panels", async () => {
    const { svg } = await plateOf("column", { runs: [runWith("A"), runWith("B")] });
    const legend = [...svg.matchAll(/<path d="M[\d.]+ [\d.]+h[\d.]+"[^>]*>/g)].map(([path]) => path);
    const dashes = legend.map((path) => /stroke-dasharray="([^"]*)"/.exec(path)?.[1] ?? "");
    expect(dashes).toHaveLength(6);
    expect(new Set(dashes).size).toBe(6);
    for (const dash of dashes.filter(Boolean))
      expect(svg.split(`stroke-dasharray="${dash}"`).length).toBeGreaterThan(3);
  });

  it("is one document, whatever its caption says", async () => {
    const { svg } = await plateOf("column", { caption: `<script>alert("a")</script> & \u0000` });
    expect(svg).not.toContain("<script");
    expect(svg).toContain("&lt;script&gt;");
    expect(svg.match(/<svg/g)).toHaveLength(1);
  });
});

describe("a plate along the axis of the page", () => {
  const drawnAlong = async (along: Partial<Along>, runs = [runWith("A")]) => {
    const all: Along = {
      axis: "samples",
      name: "samples seen",
      log: false,
      whole: true,
      zoom: null,
      places: [],
      ...along,
    };
    return plateData(runs, METRICS, { smoothing: 0, pause, alongOf: () => all });
  };
  const bySamples = (step: number) => 16 * step;

  it("has its places, its name and its stretch", async () => {
    const data = await drawnAlong({ places: [bySamples], zoom: [1600, 3200] });
    expect(data.charted[0]?.axes.x.domain).toEqual([1600, 3200]);
    const xs = data.charted[0]?.curves[0]?.xs ?? [];
    // One point beyond either end, through which the lines leave.
    expect([xs.at(0), xs.at(-1)]).toEqual([1440, 3360]);
    expect(drawPlate(data, plateSize("column", OWN), "").svg).toContain(">samples seen</text>");
  });

  it("is logarithmic from the first place that there is", async () => {
    const { charted } = await drawnAlong({ places: [bySamples], log: true });
    expect(charted[0]?.axes).toMatchObject({ xLog: true, x: { domain: [160, 6240] } });
    const plane = planeOf({ width: 100, height: 60, text: 7, yName: "", ...charted[0]?.axes } as never);
    expect(plane.x(Math.sqrt(160 * 6240))).toBeCloseTo((plane.left + plane.right) / 2, 3);
  });

  it("leaves out runs without a place there, and draws a stretch in which nothing was measured", async () => {
    const { curves } = (await drawnAlong({ places: [bySamples, null] }, [runWith("A"), runWith("B")])).charted[0]!;
    expect(curves.map((own) => own !== null)).toEqual([true, false]);
    const empty = await drawnAlong({ places: [bySamples], zoom: [1601, 1602] });
    expect(empty.charted[0]?.curves).toEqual([null]);
    expect(drawPlate(empty, plateSize("column", OWN), "").svg).not.toMatch(/NaN|undefined/);
  });
});

describe("the numbers of an axis", () => {
  const half = (tick: number, size: number) => textWidth(formatTick(tick), size) / 2;
  it("never touch, whatever the range and the room", () => {
    const ranges = fc.tuple(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
    );
    fc.assert(
      fc.property(ranges, fc.integer({ min: 20, max: 400 }), fc.boolean(), ([low, span], room, log) => {
        const axis = log ? logAxis(span / 1e4, span, 9) : linearAxis(low, low + span, [null, null], 8);
        const [from, to] = axis.domain;
        const at = (tick: number) => (room * (tick - from)) / (to - from);
        const beside = besideEachOther(axis.ticks, at, 7);
        for (const [i, tick] of beside.slice(1).entries())
          expect(at(tick) - at(beside[i]!)).toBeGreaterThan(half(tick, 7) + half(beside[i]!, 7));
        const above = aboveEachOther(axis.ticks, at, 7);
        for (const [i, tick] of above.slice(1).entries()) expect(at(tick) - at(above[i]!)).toBeGreaterThan(7);
      }),
    );
  });

  it("stay on the paper at the right end", () => {
    const x = { domain: [0, 1_000_000] as [number, number], ticks: [0, 500_000, 1_000_000] };
    const y = { domain: [0, 1] as [number, number], ticks: [0, 1] };
    const plane = planeOf({ width: 100, height: 60, text: 7, x, y, log: false, xLog: false, yName: "" } as never);
    expect(plane.x(1_000_000) + half(1_000_000, 7)).toBeLessThanOrEqual(100);
  });
});

describe("a broken text", () => {
  it("keeps every word and no line is too wide", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 30, max: 300 }), (text, width) => {
        const lines = wrapped(text, width, 7);
        for (const line of lines) expect(textWidth(line, 7)).toBeLessThanOrEqual(Math.max(width, 7.01));
        expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
  it("breaks Chinese anywhere", () => {
    expect(wrapped("\u5bf9\u6bd4\u5b66\u4e60\u5bf9\u6bd4\u5b66\u4e60", 30, 7)).toHaveLength(2);
  });
});

it("suggests a caption from config, seeds and verdict", () => {
  const about = { data: "Points in the plane", optimizer: "Adam", axis: "step" as const, smoothed: true };
  const verdict = { conclusion: "FlatNCE is ahead by 3.0 points.", figures: "Linear probe accuracy; step 400" };
  expect(captionOf({ run: runWith("A"), metrics: ["infoNce", "probeAccuracy"], ...about, verdict })).toBe(
    "(a) InfoNCE value (nats); (b) Linear probe accuracy (share), by training step. InfoNCE, FlatNCE and DCL on Points in the plane: batch size 4, temperature 0.2, Adam at a learning rate of 0.001, 400 steps. Lines are means over 2 seeds, bands reach from the lowest to the highest; metrics of single batches are smoothed, with their raw mean behind. FlatNCE is ahead by 3.0 points. Linear probe accuracy; step 400.",
  );
});
