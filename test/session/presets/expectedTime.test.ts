import { describe, expect, it } from "vitest";
import { merge } from "../../../src/config/paths";
import { presetConfig } from "../../../src/config/presets";
import { expectedTime, type TimedRun, timedRuns } from "../../../src/session/presets/expectedTime";
import { pastRun } from "../../../src/storage/runs/pastRun";
import { EMPTY_RECORD } from "../../support/emptyRecord";

const POINTS = presetConfig("points");
const timed = (patch: object, run: Partial<TimedRun> = {}): TimedRun => ({
  config: merge(POINTS, patch),
  steps: 500,
  durationMs: 10_000,
  ...run,
});

describe("the time that a run is expected to take", () => {
  it("is that of the same experiment, for all its steps", () => {
    expect(expectedTime(POINTS, [timed({})])).toEqual([20_000, 20_000]);
    expect(expectedTime(POINTS, [timed({ temperature: 0.5, optimizer: { learningRate: 1 } })])).toEqual([
      20_000, 20_000,
    ]);
  });

  it("lies between the time of as many steps and that of as many views where only others were timed", () => {
    expect(expectedTime(POINTS, [timed({ batchSize: 8 })])).toEqual([20_000, 80_000]);
    expect(expectedTime(POINTS, [timed({ batchSize: 64 })])).toEqual([10_000, 20_000]);
    expect(expectedTime(POINTS, [timed({ batchSize: 4 }), timed({ batchSize: 16 })])).toEqual([20_000, 40_000]);
  });

  it("is not known from other data, another encoder, or a few steps", () => {
    expect(expectedTime(POINTS, [])).toBeNull();
    expect(expectedTime(presetConfig("vanish"), [timed({})])).toBeNull();
    expect(expectedTime(POINTS, [timed({ encoder: { width: 128 } })])).toBeNull();
    expect(expectedTime(POINTS, [timed({}, { steps: 49 })])).toBeNull();
  });
});

describe("whether two experiments are alike", () => {
  it("is found once for the same two, however often a queue asks", () => {
    let reads = 0;
    const watched: TimedRun = timed({});
    const { encoder } = watched.config;
    const config = Object.defineProperty({ ...watched.config }, "encoder", {
      get() {
        reads++;
        return encoder;
      },
    });
    const ask = () => expectedTime(POINTS, [{ ...watched, config }]);
    const first = ask();
    const once = reads;
    expect(once).toBeGreaterThan(0);
    expect(ask()).toEqual(first);
    expect(reads).toBe(once);
  });
});

describe("what was timed", () => {
  it("counts on the device in use alone", () => {
    const record = { ...EMPTY_RECORD, stepsDone: 100, durationMs: 5000 };
    const { environment } = record;
    const known = { run: null, history: [pastRun(record, null)] };
    const here = { ...environment, refused: [], kernelsRefused: null };
    expect(timedRuns({ ...known, environment: here })).toEqual([
      { config: record.config, steps: 100, durationMs: 5000 },
    ]);
    expect(timedRuns({ ...known, environment: { ...here, adapter: "another" } })).toEqual([]);
    expect(timedRuns({ ...known, environment: null })).toEqual([]);
  });
});
