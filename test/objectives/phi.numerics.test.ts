import * as tf from "@tensorflow/tfjs";
import { expect, it } from "vitest";
import { formulaOf } from "../../src/engine/wasm/formulas";
import { wasm, wasmOutput } from "../../src/engine/wasm/lane";
import { type GpuBackend, output } from "../../src/engine/webgpu/gpu";
import { SOFTPLUS_WGSL } from "../../src/objectives/parts/softplus";
import type { Phi } from "../../src/objectives/phi";
import { expectAllclose } from "../support/allclose";
import { describeOnEachBackend, describeOnWebGpu } from "../support/backends";
import { phiOf } from "../support/phi";

/** Where a run has its anchors, and where log(1 + xi) has no digits left in float32. */
const POINTS = [-60, -40, -20.5, -9, -3, -1, -0.1, 0, 0.7, 2, 9, 20.5];
/** exp is off by up to 3 + 2 |v| units in the last place in WGSL. */
const TOLERANCE = { rtol: 3e-5, atol: 0 };

const FORMULAS = [
  "v",
  "log(1+exp(v))",
  "exp(v)",
  "v + 0.1*exp(v)",
  "sigmoid(v)",
  "softplus(0.5v - 3)*2",
  "log(0.01 + exp(v)) + 10",
  "v^3 + 3v",
  "2 + (1 + exp(0.2v))^-3*-1",
  "sqrt(1 + exp(v))",
  "3 + tanh(0.2v)",
];

async function expectFloat64(phi: Phi, value: tf.Tensor, derivative: tf.Tensor): Promise<void> {
  await expectAllclose(value, POINTS.map(Math.fround).map(phi.value), TOLERANCE);
  await expectAllclose(derivative, POINTS.map(Math.fround).map(phi.derivative), TOLERANCE);
}

describeOnEachBackend("Phi.tensor", () => {
  it.each(FORMULAS)("works %s and its derivative out as float64 does", async (text) => {
    const phi = phiOf(text);
    const { value, derivative } = phi.tensor(tf.tensor1d(POINTS));
    await expectFloat64(phi, value, derivative);
  });
});

describeOnWebGpu("Phi.wgsl", (backend) => {
  it.each(FORMULAS)("works %s and its derivative out as float64 does", async (text) => {
    const phi = phiOf(text);
    const { value, derivative } = mapped(backend, phi, POINTS);
    await expectFloat64(phi, value, derivative);
  });

  it("compiles at the limits of depth and length", async () => {
    const text = Array(50).fill("v").join("+");
    const { value } = mapped(backend, phiOf(text), [2]);
    expect(Array.from(await value.data())).toEqual([100]);
  });
});

describeOnEachBackend("Phi in WebAssembly", () => {
  it.each(FORMULAS)("works %s and its derivative out as float64 does", async (text) => {
    const phi = phiOf(text);
    const [value, derivative] = [phi.wgsl.value, phi.wgsl.derivative].map((expression) => onLane(expression));
    await expectFloat64(phi, value!, derivative!);
  });
}, ["wasm"]);

/** An expression of every v, as a metric of a learner of one anchor. */
function onLane(expression: string): tf.Tensor {
  const lane = wasm()!;
  const formula = formulaOf(lane, {
    inputs: ["a", "v", "b", "c", "d", "e"],
    outputs: 1,
    body: `return ${expression};`,
  })!;
  const anchors = tf.tensor(POINTS.flatMap((v) => [0, v, 0, 0, 0]));
  const values = wasmOutput(lane, [POINTS.length]);
  const registers = lane.scratch(formula.scratch);
  lane.run("measureAnchors", {
    reads: [anchors, formula.tensor, null],
    writes: [values, registers],
    numbers: [POINTS.length, 1, 0, 1, 1],
  });
  return values;
}

/** Value and derivative of every v by the WGSL of phi. */
function mapped(backend: GpuBackend, { wgsl }: Phi, points: number[]): { value: tf.Tensor; derivative: tf.Tensor } {
  const [value, derivative] = [output(backend, [points.length]), output(backend, [points.length])];
  backend.dispatch({
    name: "phi",
    reads: { points: tf.tensor1d(points) },
    writes: { value, derivative },
    grid: { invocations: points.length },
    wgsl: /* wgsl */ `
${SOFTPLUS_WGSL}
fn run(i: u32) {
  let v = points[i];
  value[i] = ${wgsl.value};
  derivative[i] = ${wgsl.derivative};
}`,
  });
  return { value, derivative };
}
