import { describe, expect, it } from "vitest";
import { normalizeRows } from "../../../src/metrics/math/pca";
import { lengthOf, type Vector } from "../../../src/record/anchors/forces";
import { readAnchor } from "../../../src/record/anchors/reading";
import { traceArm } from "../../../src/record/trace/armTrace";
import { planeOf } from "../../../src/record/trace/plane";

const PAIRS = 6;
const TEMPERATURE = 0.2;

function batch(size: number, turn = 0): Float32Array {
  const rows = Float32Array.from({ length: 2 * PAIRS * size }, (_, i) => Math.sin(1 + 3.7 * i + turn));
  return normalizeRows(rows, size);
}

function traced(size: number, changes: Partial<Parameters<typeof traceArm>[0]> = {}) {
  const before = batch(size);
  const plane = planeOf(before, size, null);
  return traceArm({
    arm: 0,
    settings: { objective: "infoNce" },
    temperature: TEMPERATURE,
    before,
    after: batch(size, 0.1),
    size,
    samples: 3,
    plane,
    hasQueue: false,
    ...changes,
  });
}

const at = (numbers: Float32Array, i: number): Vector => [numbers[2 * i] as number, numbers[2 * i + 1] as number];

/** FlatNCE's gradient is that of log xi: the negative one by turning the first view of an anchor on the circle. */
function turned(anchor: number): number {
  const logXi = (angle: number) => {
    const rows = batch(2);
    const [x, y] = at(rows, anchor);
    rows.set([x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)], 2 * anchor);
    const others = Array.from({ length: 2 * PAIRS }, (_, view) => view).filter((view) => view % PAIRS !== anchor);
    const cosine = (view: number) => at(rows, view)[0] * at(rows, anchor)[0] + at(rows, view)[1] * at(rows, anchor)[1];
    return Math.log(
      others.reduce((sum, view) => sum + Math.exp((cosine(view) - cosine(anchor + PAIRS)) / TEMPERATURE), 0),
    );
  };
  return -(logXi(1e-3) - logXi(-1e-3)) / 2e-3;
}

describe("the trace of an update", () => {
  it("has the forces that lower the loss fastest, along the circle", () => {
    const { pull, push, before } = traced(2);
    for (let anchor = 0; anchor < 3; anchor++) {
      const [x, y] = at(before, anchor);
      const total = [at(pull, anchor)[0] + at(push, anchor)[0], at(pull, anchor)[1] + at(push, anchor)[1]] as const;
      expect(total[0] * x + total[1] * y).toBeCloseTo(0, 5);
      expect(-y * total[0] + x * total[1]).toBeCloseTo(turned(anchor), 2);
    }
  });

  it("says of an anchor what its card says, from the cosines of the whole batch", () => {
    const size = 2;
    const rows = batch(size);
    const views = 2 * PAIRS;
    const cosines = Float32Array.from(
      { length: views ** 2 },
      (_, i) =>
        at(rows, Math.floor(i / views))[0] * at(rows, i % views)[0] +
        at(rows, Math.floor(i / views))[1] * at(rows, i % views)[1],
    );
    const { pull, push, logXi, weight } = traced(size);
    for (let anchor = 0; anchor < 3; anchor++) {
      const view = { similarity: cosines, similarityCount: views, temperature: TEMPERATURE };
      const card = readAnchor(view, { objective: "infoNce" }, anchor);
      const own = weight?.[anchor] as number;
      expect(logXi[anchor]).toBeCloseTo(card.logXi, 4);
      expect(own).toBeCloseTo(card.weight as number, 5);
      expect(own * lengthOf(at(pull, anchor))).toBeCloseTo(lengthOf(card.forces!.pull), 3);
      expect(own * lengthOf(at(push, anchor))).toBeCloseTo(lengthOf(card.forces!.push), 3);
    }
  });

  it("weighs every anchor alike under FlatNCE, and by f under InfoNCE", () => {
    const flat = traced(5, { settings: { objective: "flatNce" } });
    expect(Array.from(flat.weight ?? [])).toEqual([1, 1, 1]);
    const { weight, logXi } = traced(5);
    for (const [i, value] of (weight ?? []).entries()) {
      const xi = Math.exp(logXi[i] as number);
      expect(value).toBeCloseTo(xi / (1 + xi), 5);
    }
  });

  it("draws both states of the batch in one plane, which is the principal one beyond two dimensions", () => {
    const still = traced(5, { after: batch(5) });
    expect(still.circle).toBe(false);
    expect(still.explained).toBeGreaterThan(0);
    expect(still.after).toEqual(still.before);
    expect(traced(5).after).not.toEqual(still.before);
    expect(still.similarity).toHaveLength(36);
    expect(still.similarity[0]).toBeCloseTo(1, 5);
  });

  it("has no weights where the negatives are keys of a queue", () => {
    expect(traced(5, { hasQueue: true }).weight).toBeNull();
  });
});
