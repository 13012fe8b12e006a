import * as tf from "@tensorflow/tfjs";
import { describe, expect, it } from "vitest";
import type { PlaygroundBackend } from "../../src/engine/webgpu/backend";
import type { Program } from "../../src/engine/webgpu/gpu";
import { playgroundBackend } from "../../src/engine/webgpu/register";
import { english } from "../../src/i18n/translate";
import { prepareBackend } from "../../src/training/prepareBackend";
import { selfCheck } from "../../src/training/selfCheck";
import { describeOnEachBackend, PRESENT_BACKENDS } from "../support/backends";

/** A driver that gets one function of the shaders wrong. */
function breakExp(backend: PlaygroundBackend): void {
  const { dispatch } = backend;
  backend.dispatch = (program: Program) =>
    dispatch.call(backend, { ...program, wgsl: program.wgsl.replaceAll("exp(", "1.001 * exp(") });
}

describeOnEachBackend("selfCheck", () => {
  it("is passed", async () => {
    expect(await selfCheck()).toBeNull();
  });
});

describe.skipIf(!PRESENT_BACKENDS.has("webgpu"))("prepareBackend [webgpu]", () => {
  const wanted = { backend: "webgpu", kernels: "fused" } as const;

  it("takes the fused kernels, and the references where they are asked for", async () => {
    expect(await prepareBackend(wanted)).toMatchObject({ kernels: "fused", kernelsRefused: null });
    expect(playgroundBackend()?.fused).toBe(true);
    expect(await prepareBackend({ ...wanted, kernels: "reference" })).toMatchObject({
      kernels: "reference",
      kernelsRefused: null,
    });
    expect(playgroundBackend()?.fused).toBe(false);
    expect(await prepareBackend(wanted)).toMatchObject({ kernels: "fused" });
  });

  it("takes the references where the driver computes wrongly, and says what it saw", async () => {
    tf.removeBackend("webgpu");
    await prepareBackend({ ...wanted, kernels: "reference" });
    breakExp(playgroundBackend()!);
    const environment = await prepareBackend(wanted);
    expect(environment.kernels).toBe("reference");
    expect(english(environment.kernelsRefused!)).toMatch(
      /^the self-check of infoNce gave 0\.\d+ where 0\.292\d+ is right$/,
    );
    expect(playgroundBackend()?.fused).toBe(false);
  });

  it("takes the references where a program cannot be built", async () => {
    tf.removeBackend("webgpu");
    await prepareBackend({ ...wanted, kernels: "reference" });
    playgroundBackend()!.dispatch = () => {
      throw new Error("no such pipeline");
    };
    const environment = await prepareBackend(wanted);
    expect(environment.kernels).toBe("reference");
    expect(english(environment.kernelsRefused!)).toBe("the self-check failed: no such pipeline");
    tf.removeBackend("webgpu");
  });
});
