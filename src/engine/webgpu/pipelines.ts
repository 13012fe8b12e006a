import type { Program } from "./gpu";
import { assertAllowed } from "./limits";
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
  /** Whether sums over a workgroup are made by subgroups. */
  subgroups = false;
  private readonly device: GPUDevice;
  private readonly made = new RecentMap<Pipeline>(MOST_PIPELINES);
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(device: GPUDevice) {
    this.device = device;
  }

  /** Programs that are there. */
  get count(): number {
    return this.made.size;
  }

  of(program: Program): Pipeline {
    const text = shaderOf(program, this.subgroups);
    const known = this.made.get(text);
    if (known) return known;
    const { layout, descriptor } = this.describe(program, text);
    const made = { layout, pipeline: this.device.createComputePipeline(descriptor) };
    this.made.set(text, made);
    return made;
  }

  /** Begins to compile a program beside everything else, unless it is there. */
  begin(program: Program): void {
    const text = shaderOf(program, this.subgroups);
    if (this.made.get(text) || this.underWay.has(text)) return;
    const { layout, descriptor } = this.describe(program, text);
    const store = (pipeline: GPUComputePipeline) => {
      if (!this.made.get(text)) this.made.set(text, { layout, pipeline });
    };
    // What is wrong with it is said when it is used.
    const stored = this.device.createComputePipelineAsync(descriptor).then(store, () => undefined);
    this.underWay.set(
      text,
      stored.finally(() => this.underWay.delete(text)),
    );
  }

  /** Resolves when everything that was begun is there, as far as it can be compiled. */
  async ready(): Promise<void> {
    await Promise.all(this.underWay.values());
  }

  private describe(program: Program, code: string) {
    const { device } = this;
    assertAllowed(program, device.limits);
    const label = program.name;
    const layout = device.createBindGroupLayout({ label, entries: bindingsOf(program).map(layoutEntry) });
    const descriptor: GPUComputePipelineDescriptor = {
      label,
      layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module: device.createShaderModule({ label, code }), entryPoint: "main" },
    };
    return { layout, descriptor };
  }
}

function layoutEntry({ type }: { type: GPUBufferBindingType }, binding: number): GPUBindGroupLayoutEntry {
  return { binding, visibility: GPUShaderStage.COMPUTE, buffer: { type } };
}
