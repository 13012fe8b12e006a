import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, output, type Program } from "../../engine/webgpu/gpu";
import { f32 } from "../../engine/wgsl/numbers";
import { NEVER } from "../../objectives/parts/sentinels";
import { type Plane, planePlaceWgsl } from "../parts/plane";
import type { MemoryBatch, MemoryBlock } from "./types";

/** Memories in WGSL: as many blocks in a dispatch as fit among the bindings that every device has. */

/** Eight storage buffers, less those of the samples and of the numbers. */
const MOST_BLOCKS = 6;

export function fusedRead(backend: GpuBackend, blocks: readonly MemoryBlock[], batch: MemoryBatch): tf.Tensor3D {
  const { learners, views } = batch;
  const values = output<tf.Rank.R3>(backend, [learners, views, 1]);
  chunksOf(blocks).forEach((own, part) => {
    const program = programOf("read memories", own, batch, (place, k) => `values[i] = memory_${k}[${place}];`);
    const others = `\nvalues[i] = ${f32(NEVER)};`;
    backend.dispatch({
      ...program,
      reads: { ...samplesOf(batch), ...statesOf(own) },
      writes: { values },
      wgsl: runWgsl(program.wgsl + (part === 0 ? others : "")),
    });
  });
  return values;
}

export function fusedWrite(
  backend: GpuBackend,
  blocks: readonly MemoryBlock[],
  values: Plane,
  batch: MemoryBatch,
): void {
  for (const own of chunksOf(blocks)) {
    const program = programOf("write memories", own, batch, (place, k) => {
      const size = own[k]?.batchSize;
      const isOwn = size === undefined ? "" : `if (view % BATCH < ${size}u) `;
      return `${isOwn}{ memory_${k}[${place}] = values[place_in_plane(learner, view)]; }`;
    });
    backend.dispatch({
      ...program,
      reads: { values: values.planes, ...samplesOf(batch) },
      writes: statesOf(own),
      wgsl: planePlaceWgsl(values) + runWgsl(program.wgsl),
    });
  }
}

function chunksOf(blocks: readonly MemoryBlock[]): MemoryBlock[][] {
  const count = Math.ceil(blocks.length / MOST_BLOCKS);
  return Array.from({ length: count }, (_, part) => blocks.slice(part * MOST_BLOCKS, (part + 1) * MOST_BLOCKS));
}

/** An invocation per view of every learner, which does `what` where its learner is of a block; one number is of the first view. */
function programOf(
  name: string,
  blocks: readonly MemoryBlock[],
  { learners, views, samples }: MemoryBatch,
  what: (place: string, k: number) => string,
): Pick<Program, "name" | "constants" | "grid" | "wgsl"> {
  const cases = blocks.map(({ from, learners, samples: n }, k) => {
    const isOwn = `learner >= ${from}u && learner < ${from + learners}u`;
    const own = `learner - ${from}u`;
    if (n === null) return `if (${isOwn}) { ${what(own, k)} return; }`;
    const sample = "u32(samples[learner % SEEDS * BATCH + view % BATCH])";
    return `if (${isOwn}) { ${what(`(2u * (${own}) + view / BATCH) * ${n}u + ${sample}`, k)} return; }`;
  });
  return {
    name,
    constants: { VIEWS: views, BATCH: views / 2, SEEDS: samples?.shape[0] ?? 1 },
    grid: { invocations: learners * views },
    wgsl: cases.join("\n"),
  };
}

function runWgsl(body: string): string {
  return /* wgsl */ `
fn run(i: u32) {
  let learner = i / VIEWS;
  let view = i % VIEWS;
  ${body}
}`;
}

function samplesOf({ samples }: MemoryBatch): Program["reads"] {
  return samples ? { samples } : {};
}

function statesOf(blocks: readonly MemoryBlock[]): Program["reads"] {
  return Object.fromEntries(blocks.map(({ state }, k) => [`memory_${k}`, state.tensor]));
}
