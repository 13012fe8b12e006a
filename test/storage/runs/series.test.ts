import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { english } from "../../../src/i18n/translate";
import { learnersOf } from "../../../src/record/learners";
import { summaryOfRun } from "../../../src/record/summary";
import { type Contents, pack, packAtOnce, unpack } from "../../../src/storage/runs/container";
import { contentsOf, type RunSeries, seriesIn } from "../../../src/storage/runs/series";
import { planesOf } from "../../../src/storage/runs/words";
import { contentOf, DRAWN_CONFIG, drawnRun, recordOfDrawn, runOf } from "../../support/drawnRun";

const counts = fc.uint32Array({ minLength: 3, maxLength: 3 });
const bins = fc.option(
  fc.record({ step: fc.nat(), from: fc.constant(-3.5), width: fc.constant(0.1), counts: fc.array(counts) }),
);
const drawn = fc.record({ run: drawnRun, histogram: bins, signal: bins });
const EMPTY: RunSeries = { ...runOf({ messages: [], layers: [], stops: [] }), histogram: null, signal: null };

describe("the series of a run", () => {
  it.each([
    ["compressed", pack],
    ["at once", packAtOnce],
  ])("are read as they were kept, to the bit (%s)", async (_, packed) => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ run, ...histograms }) => {
        const series = { ...runOf(run), ...histograms };
        const read = seriesIn(await unpack(await packed(contentsOf(series))), DRAWN_CONFIG);
        expect(contentOf(read.columns)).toEqual(contentOf(series.columns));
        expect(read.layers.all).toEqual(series.layers.all);
        expect(read.stopped).toEqual(series.stopped);
        expect(read.histogram).toEqual(series.histogram);
        expect(read.signal).toEqual(series.signal);
        expect(recordOfDrawn(read)).toEqual(recordOfDrawn(series));
      }),
      { numRuns: 60 },
    );
  });

  it("are no longer than what was there when they were asked for, though the run goes on", async () => {
    const run = { ...EMPTY, ...runOf({ messages: [], layers: [], stops: [] }) };
    const row = (step: number) => ({ steps: Int32Array.of(step), values: { ess: new Float32Array(4).fill(step + 1) } });
    run.columns.append(row(0));
    const packing = pack(contentsOf(run));
    for (let step = 1; step < 1000; step++) run.columns.append(row(step));
    const read = seriesIn(await unpack(await packing), DRAWN_CONFIG);
    expect(read.columns.get("ess")?.length).toBe(1);
    read.columns.append(row(1));
    expect(read.columns.series(0)).toEqual({ step: [0, 1], ess: [1, 2] });
  });

  it("have the summary that their record has, without having been made into one", () => {
    fc.assert(
      fc.property(drawnRun, (each) => {
        const run = runOf(each);
        const { summary, paired } = recordOfDrawn(run);
        expect(summaryOfRun(run)).toEqual({ summary, paired });
        expect(learnersOf(run)).toHaveLength(4);
      }),
    );
  });
});

describe("bytes that are no series", () => {
  it("are refused with a reason, whatever they are", async () => {
    const whole = await pack(contentsOf(EMPTY));
    const harmed = fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, value]) => {
      const bytes = whole.slice();
      bytes[at] = value;
      return bytes;
    });
    const anything = fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes));
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, harmed), async (bytes) => {
        const read = await unpack(bytes).then(
          (contents) => seriesIn(contents, DRAWN_CONFIG),
          (error: unknown) => error,
        );
        if (read instanceof Error) expect(read).toHaveProperty("said");
      }),
    );
  });

  const reasonOf = (reading: Promise<unknown>) =>
    reading.then(
      () => "",
      (error) => english(error.said),
    );
  const read = async (contents: Contents) => seriesIn(await unpack(packAtOnce(contents)), DRAWN_CONFIG);

  it.each([
    ["of nothing", new Uint8Array(0), /no curves/],
    ["of a later version", packAtOnce(contentsOf(EMPTY)).fill(9, 4, 5), /another version.*format 9/],
    ["cut short", packAtOnce(contentsOf(EMPTY)).slice(0, -3), /cut short/],
  ])("are refused where they are %s", async (_, bytes, reason) => {
    expect(await reasonOf(unpack(bytes))).toMatch(reason);
  });

  it("are refused where they are of another run", async () => {
    const { about } = contentsOf(EMPTY);
    const lists = [Int32Array.of(1), Float32Array.of(1, 2)];
    expect(await reasonOf(read({ about: { ...(about as object), metrics: ["ess"] }, lists }))).toMatch(/do not fit/);
    expect(await reasonOf(read({ about: null, lists: [] }))).toMatch(/do not fit/);
  });
});

it("puts bytes of the same place beside each other", () => {
  expect([...planesOf(Uint32Array.of(0x04030201, 0x14131211))].map((bytes) => [...bytes])).toEqual([
    [0x01, 0x11, 0x02, 0x12, 0x03, 0x13, 0x04, 0x14],
  ]);
});
