import { type Layer, type PeerStep, weightValues } from "../../standard";
import { encode, type Fields } from "./protobuf";

/** A peer's network as a model of ONNX, field by field of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */

const IR_VERSION = 8;
const OPSET = 17;
const FLOAT = 1;
const ATTRIBUTE_INTS = 7;

export const INPUT = "views";
export const OUTPUT = "embeddings";

/** @param views how many samples it takes at once: [views, D], or [views, C, H, W] */
export function onnxModel({ view, layers }: PeerStep, views: number): Uint8Array {
  const graph = new Graph();
  let x = INPUT;
  let isImage = view.length === 3;
  layers.forEach((layer, l) => {
    if (isImage && layer.kind === "dense") {
      x = graph.node("Flatten", [graph.node("GlobalAveragePool", [x])]);
      isImage = false;
    }
    x = graph.layer(layer, l, x);
    if (l < layers.length - 1) x = graph.node("Relu", [x]);
  });
  const outputs = layers.at(-1)?.shape.at(-1) ?? 1;
  return encode({
    1: IR_VERSION,
    7: { message: graph.fields(x, inputShape(view, views), [views, outputs]) },
    8: { message: { 1: "", 2: OPSET } },
  });
}

/** Images are [N, C, H, W] in ONNX. */
export function inputShape(view: readonly number[], views: number): number[] {
  const [height, width, channels] = view;
  return view.length === 3 ? [views, channels!, height!, width!] : [views, ...view];
}

class Graph {
  private readonly nodes: Fields[] = [];
  private readonly weights: Fields[] = [];

  /** @returns the name of its output */
  node(type: string, inputs: string[], attributes: Record<string, number[]> = {}): string {
    const name = `t${this.nodes.length}`;
    const fields = Object.entries(attributes).map(([key, ints]) => ({
      message: { 1: key, 8: ints, 20: ATTRIBUTE_INTS },
    }));
    this.nodes.push({ 1: inputs, 2: name, 4: type, 5: fields });
    return name;
  }

  layer(layer: Layer, index: number, x: string): string {
    const outputs = layer.shape.at(-1)!;
    const bias = this.tensor(`b${index}`, [outputs], new Float32Array(outputs));
    const values = weightValues(layer, index + 1);
    if (layer.kind === "dense") return this.node("Gemm", [x, this.tensor(`w${index}`, layer.shape, values), bias]);
    const weights = this.tensor(`w${index}`, [outputs, layer.shape[2]!, 3, 3], filtersFirst(values, outputs));
    return this.node("Conv", [x, weights, bias], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] });
  }

  fields(output: string, inputShape: number[], outputShape: number[]): Fields {
    this.nodes.push({ 1: output, 2: OUTPUT, 4: "Identity" });
    return {
      1: this.nodes.map((message) => ({ message })),
      2: "encoder",
      5: this.weights.map((message) => ({ message })),
      11: { message: valueInfo(INPUT, inputShape) },
      12: { message: valueInfo(OUTPUT, outputShape) },
    };
  }

  private tensor(name: string, shape: number[], values: Float32Array): string {
    this.weights.push({ 1: shape, 2: FLOAT, 8: name, 9: new Uint8Array(values.buffer) });
    return name;
  }
}

function valueInfo(name: string, shape: number[]): Fields {
  const dims = shape.map((size) => ({ message: { 1: size } }));
  return { 1: name, 2: { message: { 1: { message: { 1: FLOAT, 2: { message: { 1: dims } } } } } } };
}

/** [3, 3, C, O] as [O, C, 3, 3]. */
function filtersFirst(values: Float32Array, outputs: number): Float32Array {
  const channels = values.length / (9 * outputs);
  return Float32Array.from(values, (_, i) => {
    const pixel = i % 9;
    const channel = Math.floor(i / 9) % channels;
    const output = Math.floor(i / (9 * channels));
    return values[(pixel * channels + channel) * outputs + output]!;
  });
}
