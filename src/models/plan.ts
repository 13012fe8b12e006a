import type { EncoderPlan, Norm, ParameterSpec, StateSpec } from "./types";

/** Sizes of an image, or of what a convolution makes of it. */
export interface ImageSize {
  height: number;
  width: number;
  channels: number;
}

/** Weights [inputs, outputs] and bias [1, outputs] of one layer. */
export function denseSpecs(name: string, inputs: number, outputs: number): ParameterSpec[] {
  return [
    weightsSpec(name, inputs, outputs),
    { name: `${name}/bias`, shape: [1, outputs], isExempt: true, init: { kind: "zeros" } },
  ];
}

/** Puts an encoder together, layer by layer in the order in which its forward pass uses them (forward.ts). */
export class PlanBuilder {
  private readonly norm: Norm;
  private readonly parameters: ParameterSpec[] = [];
  private readonly state: StateSpec[] = [];
  private largestActivation = 0;
  private largestPatches = 0;
  private macsPerSample = 0;

  constructor(norm: Norm) {
    this.norm = norm;
  }

  /** A dense layer, its bias or normalisation, and its activation. */
  dense(name: string, inputs: number, outputs: number): void {
    this.addLayer(name, inputs, outputs);
    this.count(outputs, inputs * outputs);
  }

  /** The same as a convolution: a dense layer on K x K pixels. Returns the size of its output. */
  convolution(
    name: string,
    input: ImageSize,
    { kernel, stride, channels }: { kernel: number; stride: number; channels: number },
  ): ImageSize {
    const fanIn = kernel * kernel * input.channels;
    const output = { height: Math.ceil(input.height / stride), width: Math.ceil(input.width / stride), channels };
    const pixels = output.height * output.width;
    this.addLayer(name, fanIn, channels);
    this.count(pixels * channels, pixels * fanIn * channels);
    if (kernel > 1) this.largestPatches = Math.max(this.largestPatches, pixels * fanIn);
    return output;
  }

  /** Projection head of SimCLR (arXiv 2002.05709, section 2.1): one hidden layer as wide as the features. */
  finish(featureSize: number, projection: number): EncoderPlan {
    const { parameters, state } = this;
    for (const [name, outputs] of [
      ["projection1", featureSize],
      ["projection2", projection],
    ] as const) {
      parameters.push(...denseSpecs(name, featureSize, outputs));
      this.count(outputs, featureSize * outputs);
    }
    const { largestActivation, largestPatches, macsPerSample } = this;
    const sizes = { featureSize, embeddingSize: projection };
    return { parameters, state, ...sizes, largestActivation, largestPatches, macsPerSample };
  }

  private addLayer(name: string, fanIn: number, outputs: number): void {
    if (this.norm === "none") {
      this.parameters.push(...denseSpecs(name, fanIn, outputs));
      return;
    }
    this.parameters.push(weightsSpec(name, fanIn, outputs), ...normSpecs(name, outputs));
    if (this.norm === "batch") this.state.push({ name: `${name}/running`, channels: outputs });
  }

  private count(activation: number, macs: number): void {
    this.largestActivation = Math.max(this.largestActivation, activation);
    this.macsPerSample += macs;
  }
}

function weightsSpec(name: string, fanIn: number, outputs: number): ParameterSpec {
  return { name: `${name}/weights`, shape: [fanIn, outputs], isExempt: false, init: { kind: "heNormal", fanIn } };
}

/** Every scale starts at 1, the last one of a residual branch too. */
function normSpecs(name: string, channels: number): ParameterSpec[] {
  return [
    { name: `${name}/scale`, shape: [1, channels], isExempt: true, init: { kind: "ones" } },
    { name: `${name}/offset`, shape: [1, channels], isExempt: true, init: { kind: "zeros" } },
  ];
}
