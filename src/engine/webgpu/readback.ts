import type { BackendValues } from "@tensorflow/tfjs";
import type { DeviceWatch } from "./deviceWatch";
import type { BackendInternals } from "./internals";
import type { Part } from "./tensorsInPlace";

/**
 * Values of a tensor that is written in place, read anew each time: a copy on the CPU would be out of date unnoticed.
 * @throws PlaygroundError where the device has failed
 */
export async function readPart(
  backend: BackendInternals,
  dataId: object,
  { offset, size }: Part,
  watch: DeviceWatch,
): Promise<BackendValues> {
  const { resource, dtype } = backend.tensorMap.get(dataId);
  const staging = backend.device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.commandEncoder?.copyBufferToBuffer(resource as GPUBuffer, offset, staging, 0, size);
  backend.submitQueue();
  try {
    await watch.settle(staging.mapAsync(GPUMapMode.READ));
    const bytes = staging.getMappedRange().slice(0);
    return dtype === "float32" ? new Float32Array(bytes) : new Int32Array(bytes);
  } finally {
    staging.destroy();
  }
}
