import { afterEach, expect, it, type TestContext } from "vitest";
import type { PlaygroundBackend } from "../../src/engine/webgpu/backend";
import type { Program } from "../../src/engine/webgpu/gpu";
import { chooseSubgroups } from "../../src/training/subgroupCheck";
import { describeOnWebGpu } from "../support/backends";
import { underway } from "../support/experiment";

/** Sums over workgroups by subgroups, on a device that has them. */

/** Optimizer with lengths, matched norms, moments of gradients, size of an update: all that adds up over workgroups. */
async function sums(): Promise<number[]> {
  const optimizer = { id: "lars", learningRate: 0.05 } as const;
  const { probe, training, cohort, dispose } = await underway({ optimizer, encoder: WIDE });
  const { metrics } = await probe.measure(0);
  training.update(0);
  const weights = await Promise.all(cohort.parameters.tensors.map((tensor) => tensor.data()));
  dispose();
  return [...Object.values(metrics).flatMap((values) => [...values]), ...weights.flatMap((values) => [...values])];
}

const WIDE = { id: "mlp", width: 48, depth: 1, projection: 8 } as const;

/** A driver whose subgroups add wrongly. */
function breakSums(backend: PlaygroundBackend): void {
  const { dispatch } = backend;
  backend.dispatch = (program: Program) =>
    dispatch.call(backend, { ...program, wgsl: program.wgsl.replace("lane_total(", "1.01 * lane_total(") });
}

describeOnWebGpu("sums by subgroups", (backend) => {
  const needSubgroups = (context: TestContext) =>
    context.skip(!backend.device.features.has("subgroups"), "this device has no subgroups");
  afterEach(() => {
    backend.subgroups = false;
  });

  it("are those by workgroup memory, and the same again", async (context) => {
    needSubgroups(context);
    const plain = await sums();
    await chooseSubgroups(backend);
    expect(backend.subgroups).toBe(true);
    const found = await sums();
    const isClose = (value: number, i: number) =>
      Object.is(value, found[i]) || Math.abs(found[i]! - value) < 1e-5 + 1e-4 * Math.abs(value);
    expect(plain.filter((value, i) => !isClose(value, i))).toEqual([]);
    expect(await sums()).toEqual(found);
  });

  it("are not made where they are wrong", async (context) => {
    needSubgroups(context);
    const { dispatch } = backend;
    breakSums(backend);
    await chooseSubgroups(backend);
    backend.dispatch = dispatch;
    expect(backend.subgroups).toBe(false);
  });
});
