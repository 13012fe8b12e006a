import { getBackend } from "@tensorflow/tfjs";
import type { ExperimentConfig } from "../config/schema";
import { type BackendName, chooseBackend, type WasmPaths } from "../engine/backend";
import { wasmLane } from "../engine/wasm/lane";
import { laneRefusal } from "../engine/wasm/start";
import { playgroundBackend } from "../engine/webgpu/register";
import { saidOf } from "../i18n/errors";
import { type Said, say } from "../i18n/message";
import type { OwnEnvironment } from "../record/environment";
import { texts } from "./errors";
import { selfCheck } from "./selfCheck";
import { chooseSubgroups } from "./subgroupCheck";

/** What the self-check said of each backend that was started. */
const verdicts = new WeakMap<object, Said | null>();

/**
 * Makes the backend that a config asks for TensorFlow.js's current one, with the kernels that it asks for: the fused ones
 * only where their self-check, done once per backend, is passed.
 * @param avoided backends that others are taken in the place of
 * @throws BackendError when the backend cannot be had
 */
export async function prepareBackend(
  { backend, kernels }: Pick<ExperimentConfig, "backend" | "kernels">,
  wasmPaths?: WasmPaths,
  avoided?: readonly BackendName[],
): Promise<OwnEnvironment> {
  const start = await chooseBackend(backend, wasmPaths, avoided);
  return { ...start, ...(await chooseKernels(kernels, start.software)) };
}

async function chooseKernels(
  wanted: ExperimentConfig["kernels"],
  isSoftware: boolean,
): Promise<Pick<OwnEnvironment, "kernels" | "kernelsRefused">> {
  const backend = playgroundBackend() ?? wasmLane();
  if (!backend) return { kernels: "reference", kernelsRefused: getBackend() === "wasm" ? laneRefusal : null };
  playgroundBackend()?.clearError();
  backend.fused = wanted === "fused";
  if (!backend.fused) return { kernels: "reference", kernelsRefused: null };
  const isKnown = verdicts.has(backend);
  const verdict = isKnown ? (verdicts.get(backend) ?? null) : await check();
  verdicts.set(backend, verdict);
  // Where the CPU computes, a workgroup's memory is as near as a register.
  const onGpu = playgroundBackend();
  if (onGpu && !isKnown && !isSoftware) await chooseSubgroups(onGpu);
  // What was refused in the check is what the check is for.
  playgroundBackend()?.clearError();
  backend.fused = verdict === null;
  return { kernels: backend.fused ? "fused" : "reference", kernelsRefused: verdict };
}

async function check(): Promise<Said | null> {
  try {
    return await selfCheck();
  } catch (error) {
    return say(texts.checkFailed, { reason: saidOf(error) });
  }
}
