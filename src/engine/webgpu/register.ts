import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-webgpu";
import { PlaygroundError } from "../../i18n/errors";
import { describeAdapter } from "../adapters";
import { texts } from "../errors";
import { PlaygroundBackend } from "./backend";
import { WANTED_LIMITS } from "./limits";

/** What is used where the adapter has it. */
const WANTED_FEATURES: GPUFeatureName[] = ["timestamp-query", "subgroups"];

const PRIORITY = 3;

/** The backend that was made last; a lost one is replaced. */
let latest: PlaygroundBackend | null = null;

/** Puts this project's backend in the place of TensorFlow.js's own, under the name `webgpu`. */
export function registerWebGpu(): void {
  // TensorFlow.js registers its own only where there was a `navigator.gpu` when it was loaded.
  const registered = tf.findBackendFactory("webgpu") as typeof createBackend | undefined;
  if (registered === createBackend && !latest?.isLost) return;
  if (registered) tf.removeBackend("webgpu");
  tf.registerBackend("webgpu", createBackend, PRIORITY);
}

async function createBackend(): Promise<tf.KernelBackend> {
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw new PlaygroundError(texts.noAdapter);
  const device = await adapter.requestDevice({
    requiredFeatures: WANTED_FEATURES.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(WANTED_LIMITS.map((name) => [name, adapter.limits[name]])),
  });
  latest = new PlaygroundBackend(device, adapter.info, describeAdapter(adapter.info).software);
  return latest as unknown as tf.KernelBackend;
}

/** The backend in use, when it is this project's. */
export function playgroundBackend(): PlaygroundBackend | null {
  const backend: unknown = tf.backend();
  return backend instanceof PlaygroundBackend ? backend : null;
}
