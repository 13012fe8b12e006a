import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { FORMATS, type Precision } from "../../src/engine/numberFormats";
import { gpu, output } from "../../src/engine/webgpu/gpu";
import { precisionNumber, rounding, roundingWgsl } from "../../src/ops/precision";
import { flatten } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { pseudoRandom } from "../support/float64";
import { roundExactly } from "../support/rounding";

const NARROW = Object.keys(FORMATS) as (keyof typeof FORMATS)[];

/** Numbers about every power of two that a format reaches, its ties and their neighbors in float32, and a random crowd. */
function candidates(precision: keyof typeof FORMATS): number[] {
  const { digits, minExponent, largest, saturates } = FORMATS[precision];
  const top = Math.floor(Math.log2(largest));
  const exponents = Array.from({ length: top - minExponent + 1 }, (_, k) => minExponent + k);
  const spacing = (exponent: number) => 2 ** (exponent + 1 - digits);
  const next = pseudoRandom(1);
  const steps = [0, 0.25, 0.5, 0.75, 1, 1.5, 2.5, 2 ** (digits - 1) - 0.5, 2 ** (digits - 1) - 1.5];
  const about = exponents.flatMap((exponent) => [
    ...steps.map((step) => 2 ** exponent + step * spacing(exponent)),
    ...Array.from({ length: 8 }, () => 2 ** exponent * (1.5 + 0.5 * next())),
  ]);
  // bfloat16's subnormals are float32's own, which not every device keeps.
  const small = minExponent > -126 ? Array.from({ length: 64 }, (_, k) => k * 0.25 * spacing(minExponent)) : [];
  const beyond = saturates ? [largest * 1.02, largest * 1.1, 1e9, 1e30] : [largest * 1.00001, 1.5 * largest];
  const positive = [0, ...about, ...small, ...beyond].map(Math.fround).filter(Number.isFinite);
  const neighbors = positive.flatMap((x) => [Math.fround(x * (1 - 2 ** -24)), x, Math.fround(x * (1 + 2 ** -23))]);
  const all = neighbors.filter((x) => x === 0 || x >= 2 ** -126);
  return [...all, ...all.map((x) => -x)];
}

/** The rounding of the fused head. */
function fusedRounding(precision: Precision, x: tf.Tensor): tf.Tensor | null {
  const backend = gpu();
  if (!backend) return null;
  const y = output(backend, x.shape);
  backend.dispatch({
    name: "rounding",
    reads: { x },
    writes: { y },
    grid: { invocations: x.size },
    wgsl: /* wgsl */ `${roundingWgsl([precision])}
fn run(i: u32) {
  number_format = ${precisionNumber(precision)}u;
  y[i] = rounded(x[i]);
}`,
  });
  return y;
}

describeOnEachBackend("rounding", () => {
  it.each(NARROW)("to %s is exact: nearest, ties to even, subnormals, overflow", async (precision) => {
    const values = candidates(precision);
    const x = tf.tensor1d(values);
    const wanted = values.map((value) => roundExactly(value, FORMATS[precision]));
    for (const rounded of [rounding(precision)(x), fusedRounding(precision, x)]) {
      if (!rounded) continue;
      const got = await flatten(rounded);
      const wrong = got.flatMap((value, i) =>
        value === wanted[i] ? [] : [`${values[i]} gave ${value}, not ${wanted[i]}`],
      );
      expect(wrong.slice(0, 5)).toEqual([]);
    }
  });

  it.each(NARROW)("to %s keeps NaN", async (precision) => {
    const x = tf.tensor1d([Number.NaN, 1]);
    expect(await flatten(rounding(precision)(x))).toEqual([Number.NaN, 1]);
    const fused = fusedRounding(precision, x);
    if (fused) expect(await flatten(fused)).toEqual([Number.NaN, 1]);
  });

  it("to float32 changes nothing", async () => {
    const x = tf.tensor1d([1 / 3, -1e-30]);
    expect(await flatten(rounding("float32")(x))).toEqual(await flatten(x));
  });
});
