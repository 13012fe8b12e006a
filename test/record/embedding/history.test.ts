import { describe, expect, it } from "vitest";
import { EmbeddingHistory, MOST_BYTES, MOST_KEPT, nearestSnapshot } from "../../../src/record/embedding/history";
import type { ViewsSnapshot } from "../../../src/record/events";

const PLANE = Float32Array.from([1, 0, 0, 2, -1, -2]);

function viewsAt(
  step: number,
  planes: Float32Array[] = [PLANE],
  embedding: Float32Array = new Float32Array(9),
): ViewsSnapshot {
  const arms = planes.map((plane, arm) => ({
    arm,
    seed: 0,
    embedding,
    size: 3,
    plane,
    explained: 1,
    similarity: new Float32Array(4),
    similarityCount: 2,
    temperature: 0.1,
  }));
  return { step, arms, labels: null, pairs: { values: new Float32Array(0), count: 0, shape: [2] } };
}

function filled(steps: readonly number[], embedding?: Float32Array): EmbeddingHistory {
  const history = new EmbeddingHistory();
  for (const step of steps) history.add(viewsAt(step, [PLANE], embedding));
  return history;
}

const everyTenth = (count: number) => Array.from({ length: count }, (_, i) => 10 * i);

describe("the snapshots that are kept of a run", () => {
  it("are all of them while they are few", () => {
    expect(filled(everyTenth(MOST_KEPT)).snapshots.map(({ step }) => step)).toEqual(everyTenth(MOST_KEPT));
  });

  it("are thinned out as the run gets longer: the first and the latest stay, with no gap far wider than the others", () => {
    for (const count of [61, 100, 333, 5000]) {
      const steps = filled(everyTenth(count)).snapshots.map(({ step }) => step);
      expect(steps).toHaveLength(MOST_KEPT);
      expect(steps[0]).toBe(0);
      expect(steps.at(-1)).toBe(10 * (count - 1));
      const gaps = steps.slice(1).map((step, i) => Math.sqrt(step) - Math.sqrt(steps[i]!));
      const even = Math.sqrt(steps.at(-1)!) / MOST_KEPT;
      expect(Math.max(...gaps)).toBeLessThan(Math.max(3 * even, Math.sqrt(10) + 1e-9));
    }
  });

  it("are denser at the beginning, where learners change most", () => {
    const steps = filled(everyTenth(1000)).snapshots.map(({ step }) => step);
    expect(steps.filter((step) => step < 2500).length).toBeGreaterThan(MOST_KEPT / 3);
  });

  it("take up no more than their room, two of them at least", () => {
    const large = new Float32Array(MOST_BYTES / 40);
    expect(filled(everyTenth(50), large).snapshots.length).toBeLessThanOrEqual(10);
    const huge = new Float32Array(MOST_BYTES);
    expect(filled(everyTenth(5), huge).snapshots.map(({ step }) => step)).toEqual([0, 40]);
  });

  it("begin anew from the step that a run goes back to, and have each step once", () => {
    const history = filled([0, 10, 20, 30]);
    history.add(viewsAt(15));
    history.add(viewsAt(15));
    expect(history.snapshots.map(({ step }) => step)).toEqual([0, 10, 15]);
  });

  it("lie as the one before does, and the arms of the first as one another", () => {
    const flipped = PLANE.map((value) => -value);
    const history = new EmbeddingHistory();
    const first = history.add(viewsAt(0, [PLANE, flipped]));
    for (const { plane } of first.arms) expectNear(plane, PLANE);
    const second = history.add(viewsAt(10, [flipped, PLANE]));
    for (const { plane } of second.arms) expectNear(plane, PLANE);
    expectNear(history.snapshots[1]!.arms[0]!.plane, PLANE);
  });

  it("are found by the step nearest to one that is asked for", () => {
    const { snapshots } = filled([0, 10, 40]);
    expect(nearestSnapshot(snapshots, 12)?.step).toBe(10);
    expect(nearestSnapshot(snapshots, 1000)?.step).toBe(40);
    expect(nearestSnapshot([], 3)).toBeNull();
  });
});

function expectNear(plane: Float32Array, expected: Float32Array): void {
  plane.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 5);
  });
}
