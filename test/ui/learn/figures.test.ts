import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { presetConfig } from "../../../src/config/presets";
import type { PastRun } from "../../../src/storage/runs/pastRun";
import { tapeOf } from "../../../src/ui/learn/chapters/alwaysOne/tape";
import { followed } from "../../../src/ui/learn/chapters/factor/trail";
import { cornersOf } from "../../../src/ui/learn/chapters/limits/corners";
import { DATA_IDS, earlierCells, ownCells, verdictOf } from "../../../src/ui/learn/chapters/limits/measured";
import { anglesFrom } from "../../../src/ui/learn/chapters/twins/circle";

describe("the circle", () => {
  test("has every view where its similarities to all others put it, the twin on one side", () => {
    const angle = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(angle, { minLength: 3, maxLength: 12 }), (angles) => {
        const cosine = (a: number, b: number) => Math.cos((angles[a] as number) - (angles[b] as number));
        const found = anglesFrom(0, 1, angles.length, cosine);
        expect(Math.sin(found[1] as number)).toBeGreaterThanOrEqual(-1e-6);
        for (let a = 0; a < angles.length; a++)
          for (let b = 0; b < angles.length; b++)
            expect(Math.cos((found[a] as number) - (found[b] as number))).toBeCloseTo(cosine(a, b), 2);
      }),
    );
  });
});

describe("the tape", () => {
  const setting = { logXi: -2, c: 0.3, isOpen: false };

  test("has a value of 1 and the full nudge for FlatNCE, and no nudge at all with the door open", () => {
    expect(tapeOf({ logXi: -5, c: 0, isOpen: false })).toMatchObject({ loss: 1, total: 1 });
    expect(tapeOf({ logXi: -5, c: 0, isOpen: true })).toMatchObject({ loss: 1, total: 0 });
  });

  test("gives InfoNCE's factor at c = 1", () => {
    const xi = Math.exp(-2);
    expect(tapeOf({ ...setting, c: 1 }).total).toBeCloseTo(xi / (1 + xi));
  });

  test.each([false, true])("nudges as the value changes, with the door open: %s", (isOpen) => {
    const h = 1e-5;
    const closed = Math.log(setting.c + Math.exp(setting.logXi));
    const lossAt = (logXi: number) => Math.exp(logXi - (isOpen ? Math.log(setting.c + Math.exp(logXi)) : closed));
    const slope = (lossAt(setting.logXi + h) - lossAt(setting.logXi - h)) / (2 * h);
    expect(tapeOf({ ...setting, isOpen }).total).toBeCloseTo(slope, 6);
  });
});

describe("the trail of the anchors", () => {
  const config = presetConfig("points");
  const view = (arm: number) => ({ arm, seed: 0, temperature: 0.1, similarityCount: 4, similarity: SIMILARITY });
  const SIMILARITY = Float32Array.from([1, 0, 0.5, 0.2, 0, 1, 0.1, 0.9, 0.5, 0.1, 1, 0, 0.2, 0.9, 0, 1]);
  const at = (id: string, step: number) =>
    ({ id, config, views: { step, arms: [view(0), view(1)] } }) as unknown as Parameters<typeof followed>[1];
  const NONE = { runId: "", points: [] };

  test("has a point for each picture, once, with every anchor's weight in each arm", () => {
    const one = followed(followed(NONE, at("a", 0)), at("a", 0));
    expect(one.points).toHaveLength(1);
    const two = followed(one, at("a", 30));
    expect(two.points.map(({ step }) => step)).toEqual([0, 30]);
    const [info, flat] = two.points[1]!.weights;
    expect(flat).toEqual([1, 1]);
    // Its negatives are 0.5 and 0.3 below its positive, at temperature 0.1.
    const xi = Math.exp(-5) + Math.exp(-3);
    expect(info?.[0]).toBeCloseTo(xi / (1 + xi));
  });

  test("begins anew with another run", () => {
    expect(followed(followed(NONE, at("a", 40)), at("b", 0))).toMatchObject({ runId: "b", points: [{ step: 0 }] });
  });
});

describe("the map", () => {
  test("tells what its seeds can tell, and no more", () => {
    const verdicts = Object.fromEntries(
      DATA_IDS.map((id) => [id, earlierCells(id).map((cell) => [cell.batchSize, cell.temperature, verdictOf(cell)])]),
    );
    expect(verdicts).toEqual({
      glyphs: [
        [8, 0.1, "unclear"],
        [16, 0.1, "unclear"],
        [32, 0.05, "ahead"],
        [32, 0.1, "ahead"],
        [32, 0.2, "unclear"],
        [64, 0.05, "ahead"],
      ],
      kmnist: [
        [4, 0.1, "behind"],
        [32, 0.05, "unclear"],
        [64, 0.05, "unclear"],
      ],
      cifar: [[64, 0.05, "unclear"]],
    });
  });

  test("has the reader's own runs to the end of the chapter's experiments, on whatever device, and no others", () => {
    const [corner, other] = cornersOf();
    const paired = [{ metric: "knnAccuracy", armA: 0, armB: 1, difference: -0.125, ci95: [-0.22, -0.03], n: 3 }];
    const row = { config: { ...corner, backend: "wasm" }, ended: "finished", paired };
    const history = [{ ...row, config: other, ended: "stopped" }, row, { ...row, config: presetConfig("points") }];
    const cells = ownCells(history as unknown as PastRun[], cornersOf());
    expect(cells).toEqual([{ batchSize: 4, temperature: 0.05, difference: -12.5, interval: [-22, -3], seeds: 3 }]);
  });
});
