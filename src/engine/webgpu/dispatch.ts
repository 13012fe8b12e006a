import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "./gpu";
import type { BackendInternals } from "./internals";
import type { Pipeline } from "./pipelines";
import { workgroupsOf } from "./shader";

/** One program onto the queue of TensorFlow.js's backend, among the dispatches of its own kernels. */

/** All tensors of a program in the order of its bindings. */
export function tensorsOf({ reads, writes, uniforms }: Program): TensorInfo[] {
  const blocks = Object.values(uniforms ?? {}).map(({ tensor }) => tensor);
  return [...Object.values(reads), ...Object.values(writes), ...blocks];
}

/** Sends a program whose tensors are on the GPU. */
export function enqueue(backend: BackendInternals, program: Program, { pipeline, layout }: Pipeline): void {
  const tensors = tensorsOf(program);
  const pass = openPass(backend);
  pass.setPipeline(pipeline);
  pass.setBindGroup(
    0,
    backend.device.createBindGroup({
      layout,
      entries: tensors.map((tensor, binding) => ({ binding, resource: backend.tensorToBinding(tensor) })),
    }),
  );
  pass.dispatchWorkgroups(...workgroupsOf(program));
  for (const { dataId } of tensors) backend.commandQueueOwnedIds.add(dataId);
  for (const { dataId } of Object.values(program.writes)) backend.tensorMap.get(dataId).values = null;
  backend.dispatchCountInPass++;
}

function openPass(backend: BackendInternals): NonNullable<BackendInternals["computePassEncoder"]> {
  backend.ensureCommandEncoderReady();
  if (!backend.commandEncoder) throw new Error("There is no command encoder.");
  backend.computePassEncoder ??= backend.commandEncoder.beginComputePass();
  return backend.computePassEncoder;
}
