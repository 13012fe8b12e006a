import { describe, expect, it } from "vitest";
import { PALETTE } from "../../../src/config/arms";
import { writeCurves } from "../../../src/record/linked/write";
import { referenceOf } from "../../../src/session/overlay/reference";
import { referenceCurves } from "../../../src/ui/charts/overlay/drawnCurves";
import { heldCurves, holdingRuns } from "../../../src/ui/charts/overlay/held";
import { readingsOf } from "../../../src/ui/charts/overlay/readings";

const REFERENCE = referenceOf(
  writeCurves({
    title: "mine",
    seeds: 3,
    batchSize: 64,
    arms: [
      { label: "InfoNCE", color: 0 },
      { label: "Mine", color: "#123456" },
    ],
    curves: [
      {
        metric: "infoNce",
        steps: Int32Array.of(0, 100),
        means: [Float32Array.of(3, 1), Float32Array.of(2, Number.NaN)],
      },
    ],
  }),
);

describe("the curves of a link behind a run", () => {
  const drawn = referenceCurves(REFERENCE, { number: 2, coloring: "run", dark: false });

  it("are a ghost with a number and a look of its own, without seeds or data", () => {
    expect(drawn).toMatchObject({
      number: 2,
      called: "mine",
      isGhost: true,
      isReference: true,
      seeds: 1,
      dataset: null,
    });
    expect(drawn).not.toHaveProperty("config");
    expect(drawn.looks.map(({ label }) => label)).toEqual(["InfoNCE", "Mine"]);
    const byArm = referenceCurves(REFERENCE, { number: 1, coloring: "arm", dark: true }).looks;
    expect(new Set([...byArm, ...drawn.looks].map(({ dash }) => dash)).size).toBe(1);
    expect(byArm[0]?.color).not.toBe(PALETTE[0]?.dark);
    expect(byArm[0]?.color).not.toBe(byArm[1]?.color);
  });

  it("leave the axes to the run that is shown, and have them while there is none", () => {
    const reach = { at: 10, end: 50, least: 10, first: 1 };
    const behind = { runs: [drawn], places: [(step: number) => step] };
    expect(holdingRuns(reach, { ...behind, isAlone: false })).toEqual(reach);
    expect(holdingRuns(reach, { ...behind, isAlone: true })).toMatchObject({ at: 100, end: 100 });
    expect(heldCurves([{ run: drawn }]).beside).toEqual([]);
  });

  it("are read where they have a point, and it is said where that is", () => {
    const curve = { run: drawn, look: drawn.looks[0]!, xs: Float64Array.of(0, 100), ys: Float64Array.of(3, 1) };
    const [reading] = readingsOf([curve], { x: 20, pinnedX: null, isSparse: false });
    expect(reading).toMatchObject({ x: 0, isSparse: true, values: [{ value: 3 }] });
  });
});
