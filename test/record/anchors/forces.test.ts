import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forcesOn, lengthOf } from "../../../src/record/anchors/forces";
import { negativesOf } from "../../../src/record/anchors/negatives";

type Plain = number[];

const dot = (a: Plain, b: Plain) => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
const plus = (a: Plain, b: Plain) => a.map((x, i) => x + (b[i] as number));
const times = (a: Plain, factor: number) => a.map((x) => x * factor);
const unit = (a: Plain) => times(a, 1 / Math.hypot(...a));
/** The part of a vector that is tangential to the sphere at u. */
const tangent = (a: Plain, u: Plain) => plus(a, times(u, -dot(a, u)));

/** The same forces as vectors of the space itself. */
function inSpace(views: Plain[], shares: number[], strength: number) {
  const [anchor, positive, ...negatives] = views as [Plain, Plain, ...Plain[]];
  const pull = times(tangent(positive, anchor), strength);
  const pushes = negatives.map((n, i) => times(tangent(n, anchor), -strength * shares[i]!));
  const push = pushes.reduce(plus);
  return { pull, pushes, push, total: plus(pull, push) };
}

function fromCosines(views: Plain[], shares: number[], strength: number) {
  return forcesOn({
    cosine: (a, b) => dot(views[a]!, views[b]!),
    anchor: 0,
    positive: 1,
    negatives: views.slice(2).map((_, i) => i + 2),
    shares,
    strength,
  });
}

const vector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
  .filter((v) => Math.hypot(...v) > 0.1)
  .map(unit);

describe("forcesOn", () => {
  it("has the lengths and the angles of the forces in the space of the embeddings", () => {
    fc.assert(
      fc.property(
        fc.array(vector, { minLength: 4, maxLength: 7 }),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (all, k) => {
          const raw = all.slice(2).map((_, i) => i + 1);
          const shares = times(raw, 1 / raw.reduce((a, b) => a + b));
          const [drawn, real] = [fromCosines(all, shares, k), inSpace(all, shares, k)];
          for (const force of ["pull", "push", "total"] as const)
            expect(lengthOf(drawn[force])).toBeCloseTo(Math.hypot(...real[force]), 5);
          expect(dot([...drawn.pull], [...drawn.push])).toBeCloseTo(dot(real.pull, real.push), 4);
        },
      ),
    );
  });

  it("draws the pushes of single negatives so that they add up to the whole push, none longer than it is", () => {
    fc.assert(
      fc.property(fc.array(vector, { minLength: 5, maxLength: 7 }), (all) => {
        const shares = all.slice(2).map(() => 1 / (all.length - 2));
        const [drawn, real] = [fromCosines(all, shares, 1), inSpace(all, shares, 1)];
        fc.pre(lengthOf(drawn.pull) > 0.05 && Math.abs(drawn.push[1]) > 0.05);
        expect(drawn.pushes.map(([x]) => x).reduce((a, b) => a + b)).toBeCloseTo(drawn.push[0], 5);
        expect(drawn.pushes.map(([, y]) => y).reduce((a, b) => a + b)).toBeCloseTo(drawn.push[1], 5);
        drawn.pushes.forEach((push, i) => {
          expect(lengthOf(push)).toBeLessThan(Math.hypot(...real.pushes[i]!) + 1e-6);
        });
      }),
    );
  });

  it("lies on one line on a circle, and has no pull towards a positive that is there already", () => {
    const at = (turn: number) => [Math.cos(turn), Math.sin(turn)];
    const onCircle = fromCosines([at(0), at(0.3), at(-1), at(2)], [0.5, 0.5], 10);
    expect(onCircle.push[1]).toBeCloseTo(0, 5);
    const solved = fromCosines([at(0), at(0), at(-1)], [1], 10);
    expect(solved.pull).toEqual([0, 0]);
    expect(lengthOf(solved.total)).toBeCloseTo(10 * Math.sin(1), 5);
  });
});

describe("negativesOf", () => {
  it("leaves out the anchor and its positive, and takes the sides that a loss compares", () => {
    expect(negativesOf("allViews", 1, 3)).toEqual([0, 2, 3, 5]);
    expect(negativesOf("oneWay", 1, 3)).toEqual([3, 5]);
    expect(negativesOf("bothWays", 0, 3)).toEqual([4, 5]);
    expect(negativesOf("sameView", 2, 3)).toEqual([0, 1]);
  });
});
