import type { Program } from "./gpu";
import { RecentMap } from "./recentMap";
import { bindingsOf, shaderOf } from "./shader";

/**
 * Compiled programs by their text: the same text is compiled once. Shapes and some settings are part of a text, so every place of
 * a slider may have programs of its own: those that were used last stay, enough for several runs. A recording has its own hold of
 * what it replays.
 */

/** Programs that are kept; a run has 30 to 100. */
export const MOST_PIPELINES = 256;

export interface Pipeline {
  pipeline: GPUComputePipeline;
  layout: GPUBindGroupLayout;
}

/** The pipelines of a device. */
export class Pipelines {
  private readonly device: GPUDevice;
  private readonly made = new RecentMap<Pipeline>(MOST_PIPELINES);

  constructor(device: GPUDevice) {
    this.device = device;
  }

  /** Programs that are there. */
  get count(): number {
    return this.made.size;
  }

  of(program: Program): Pipeline {
    const text = shaderOf(program);
    const known = this.made.get(text);
    if (known) return known;
    const made = this.compile(program, text);
    this.made.set(text, made);
    return made;
  }

  private compile(program: Program, code: string): Pipeline {
    const { device } = this;
    const label = program.name;
    const layout = device.createBindGroupLayout({ label, entries: bindingsOf(program).map(layoutEntry) });
    const pipeline = device.createComputePipeline({
      label,
      layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module: device.createShaderModule({ label, code }), entryPoint: "main" },
    });
    return { pipeline, layout };
  }
}

function layoutEntry({ type }: { type: GPUBufferBindingType }, binding: number): GPUBindGroupLayoutEntry {
  return { binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } };
}
