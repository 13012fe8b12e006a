import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { FORMATS, PRECISIONS, type Precision } from "../../src/engine/numberFormats";
import { gpu, output } from "../../src/engine/webgpu/gpu";
import { OBJECTIVES } from "../../src/objectives";
import { SOFTPLUS_WGSL } from "../../src/objectives/parts/softplus";
import { contrastsOfLogits, roundContrasts } from "../../src/ops/head/contrasts";
import { planOf } from "../../src/ops/head/plan";
import { ANCHOR_FIELDS, anchorPlane } from "../../src/ops/head/programs/anchors";
import { rowsProgram } from "../../src/ops/head/programs/rows";
import { headShape } from "../../src/ops/head/programs/shape";
import { planeNumbers } from "../../src/ops/parts/plane";
import { rounding } from "../../src/ops/precision";
import { expectAllclose, flatten } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { pseudoRandom, randomMatrix } from "../support/float64";
import { evaluate, headArm, LABEL_FREE_IDS, lossInput } from "../support/objectives";
import { roundExactly } from "../support/rounding";

const OF_SIMILARITIES = LABEL_FREE_IDS.filter((id) => OBJECTIVES[id].kind !== "embeddings");
/** One that works from the weights, one from the logits, one of pairs. */
const SAMPLES = ["infoNce", "hardNegative", "jsd"] as const;

/** Spacing of a format's numbers above 1. */
const EPSILON: Record<Precision, number> = {
  float32: 2 ** -23,
  float16: 2 ** -10,
  bfloat16: 2 ** -7,
  float8e4m3: 2 ** -3,
};

/** Four views; the positives' logits are 0, those of the two negatives `logit`. */
function logitsOf(logit: number): tf.Tensor2D {
  return tf.tensor2d([0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((n) => (n % 2 === i % 2 ? 0 : logit))));
}

type Id = "infoNce" | "infoNceCe" | "flatNce";

interface Row {
  value: number;
  /** dL/ds_ip */
  positive: number;
  /** dL/ds_in of one of the two negatives. */
  negative: number;
}

/** First anchor of `logitsOf` under an objective in a precision, by TensorFlow.js operations. */
async function composedRow(id: Id, precision: Precision, logits: tf.Tensor2D): Promise<Row> {
  const round = rounding(precision);
  const rows = OBJECTIVES[id].rows(roundContrasts(contrastsOfLogits(logits), round), lossInput(id));
  const [value, positive, negatives] = await Promise.all(
    [rows.value, round(rows.positive), round(rows.negatives)].map(flatten),
  );
  return { value: value![0]!, positive: positive![0]!, negative: negatives![1]! };
}

/** The same by the third program of the fused head: logits stand in for the cosines, at temperature 1. */
async function fusedRow(id: Id, precision: Precision, logits: tf.Tensor2D): Promise<Row | null> {
  const backend = gpu();
  if (!backend) return null;
  const shape = headShape([1, 4, 2]);
  const anchors = output<tf.Rank.R3>(backend, [1, ANCHOR_FIELDS.length, 4]);
  const coefficients = output(backend, [1, 4, 4]);
  const { arms } = planOf([headArm(id, 1, precision)], false);
  const written = { anchors, logXi: output(backend, [1, 4]), coefficients };
  const bodies = { arms, library: SOFTPLUS_WGSL };
  const candidates = { similarities: logits, inverseNorm: tf.ones([1, 4]), queue: null };
  const input = { cosines: logits, candidates, carried: { memory: null, learned: null } };
  backend.dispatch(rowsProgram(shape, { temperature: tf.ones([1]) }, bodies, input, written));
  const [value] = await flatten(planeNumbers(anchorPlane(anchors, "value")));
  const ofLogits = await flatten(coefficients);
  return { value: value!, positive: ofLogits[2 * 4]!, negative: ofLogits[4]! };
}

async function rowsOf(id: Id, precision: Precision, logit: number): Promise<Row[]> {
  const logits = logitsOf(logit);
  const rows = [await composedRow(id, precision, logits), await fusedRow(id, precision, logits)];
  return rows.filter((row) => row !== null);
}

/** Logits of the two negatives that the format holds exactly, with the xi that they amount to. */
function cases(precision: Precision): { logit: number; xi: number }[] {
  const logits = [-1, -2, -3.25, -4, -4.5, -5, -6, -7, -8, -9, -10, -12, -16, -18, -20].map((logit) =>
    precision === "float32" ? logit : roundExactly(logit, FORMATS[precision]),
  );
  return [...new Set(logits)].map((logit) => ({ logit, xi: 2 * Math.exp(logit) }));
}

describeOnEachBackend("loss in low precision", (backend) => {
  it.each(PRECISIONS)(
    "%s: the cross-entropy loses the positive below eps/4, the value below eps/2",
    async (precision) => {
      const epsilon = EPSILON[precision];
      const seen = { lost: 0, kept: 0 };
      for (const { logit, xi } of cases(precision)) {
        for (const { value, positive, negative } of await rowsOf("infoNceCe", precision, logit)) {
          if (xi < epsilon / 4) {
            expect([Math.abs(positive), Math.abs(value)], `xi = ${xi}`).toEqual([0, 0]);
            seen.lost++;
          } else if (xi > epsilon) {
            expect(positive, `xi = ${xi}`).toBeLessThan(0);
            expect(value, `xi = ${xi}`).toBeGreaterThan(0);
            seen.kept++;
          }
          // What pushes the negatives away goes on until the format itself has nothing smaller.
          if (xi > 2 ** -8) expect(negative, `xi = ${xi}`).toBeGreaterThan(0);
        }
      }
      expect(Math.min(seen.lost, seen.kept)).toBeGreaterThan(0);
    },
  );

  it.each(PRECISIONS)("%s: FlatNCE's positive is exactly -1, and its negatives share 1", async (precision) => {
    for (const { logit } of cases(precision))
      for (const { value, positive, negative } of await rowsOf("flatNce", precision, logit))
        expect([logit, value, positive, negative]).toEqual([logit, 1, -1, 0.5]);
  });

  it.each(PRECISIONS)("%s: the stable form keeps the digits of the format", async (precision) => {
    const epsilon = EPSILON[precision];
    const smallest = { float32: 0, float16: 2 ** -24, bfloat16: 0, float8e4m3: 2 ** -9 }[precision];
    for (const { logit, xi } of cases(precision))
      for (const { positive } of await rowsOf("infoNce", precision, logit)) {
        const exact = xi / (1 + xi);
        // exp, sum and softmax are rounded, then the gradient; the format's own smallest step comes on top.
        expect(Math.abs(-positive - exact), `xi = ${xi}`).toBeLessThanOrEqual(
          2 * epsilon * exact + smallest / 2 + 1e-5 * exact,
        );
      }
  });

  it.each(backend === "cpu" ? OF_SIMILARITIES : SAMPLES)(
    "bfloat16: %s is finite, and off by no more than a few roundings",
    async (id) => {
      const z = [randomMatrix(8, 5, pseudoRandom(31))];
      const [exact, rounded] = (["float32", "bfloat16"] as const).map((precision) =>
        flatten(evaluate(headArm(id, 1, precision), z, 0.5).gradient),
      );
      const [want, got] = [await exact!, await rounded!];
      const largest = Math.max(...want.map(Math.abs));
      const error = Math.max(...want.map((x, k) => Math.abs(got[k]! - x))) / largest;
      // NaN is not within.
      expect(error > 1e-5 && error < 0.1, `relative error ${error}`).toBe(true);
    },
  );

  it("float8: negatives stay negatives, and excluded candidates stay excluded", async () => {
    const z = [randomMatrix(12, 5, pseudoRandom(33))];
    const plain = { ...headArm("debiased", 1, "float8e4m3"), options: { classPrior: 0 } };
    const tilted = { ...headArm("hardNegative", 1, "float8e4m3"), options: { classPrior: 0, concentration: 0 } };
    // Without concentration and prior both are InfoNCE; a mask that rounding lifted would add two negatives to each anchor.
    const [expected, got] = [plain, tilted].map((arm) => evaluate(arm, z, 0.5).value);
    await expectAllclose(got!, expected!, { rtol: 0.02 });
  });

  it.each(["jsd", "nwj"] as const)("float8: %s keeps pushing its negatives away at any batch size", async (id) => {
    const z = [randomMatrix(62, 5, pseudoRandom(34))];
    const [exact, rounded] = (["float32", "float8e4m3"] as const).map((precision) =>
      flatten(evaluate(headArm(id, 1, precision), z, 1).gradient),
    );
    const [want, got] = [await exact!, await rounded!];
    const length = (values: number[]) => Math.hypot(...values);
    const along = want.reduce((sum, x, k) => sum + x * got[k]!, 0) / length(want) / length(got);
    expect(along).toBeGreaterThan(0.95);
  });
});
