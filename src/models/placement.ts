import type { Layer, NormLayer, WeightedLayer } from "./layers";

/**
 * One walk through a list of layers, on which everything that is read from the list rests: where each layer with weights
 * stands, and what goes into it and comes out of it.
 */

/** Of a sample: [H, W, C] of an image, [D] of a vector. */
export type Shape = readonly number[];

/** A layer with weights, in its place. */
export interface PlacedLayer<T extends WeightedLayer | NormLayer = WeightedLayer | NormLayer> {
  layer: T;
  /**
   * PyTorch's path of the module: places in a `Sequential` (`encoder.0`, `projection.2`); of a residual block, `conv1`, `norm1`,
   * `conv2`, ... of its branch, and `shortcut.0`, ...
   */
  path: string;
  input: Shape;
  output: Shape;
  /** The image whose values a dense layer reads as one vector; null of a vector. */
  image: Shape | null;
}

/** All layers with weights in the order of their parameters, and the sizes at the two ends. */
export interface Placement {
  layers: PlacedLayer[];
  featureSize: number;
  embeddingSize: number;
}

/**
 * @param inputShape of a sample
 * @throws Error where a layer cannot take what the one before it gives, or where the list lacks a projection at its end
 */
export function placeLayers(layers: readonly Layer[], inputShape: Shape): Placement {
  const head = layers.at(-1);
  if (head?.kind !== "projection") throw new Error("The last layer of an encoder has to be its projection.");
  const walk = new Walk();
  const features = walk.sequence(layers.slice(0, -1), "encoder", { shape: inputShape, image: null });
  const featureSize = vectorSize("the projection", features);
  const embeddings = walk.sequence(head.layers, "projection", features);
  return { layers: walk.placed, featureSize, embeddingSize: vectorSize("the end of the projection", embeddings) };
}

/** What is between two layers. */
interface Flow {
  shape: Shape;
  image: Shape | null;
}

class Walk {
  readonly placed: PlacedLayer[] = [];

  /** The layers of a `Sequential`. */
  sequence(layers: readonly Layer[], path: string, input: Flow): Flow {
    return layers.reduce((flow, layer, place) => this.step(layer, `${path}.${place}`, flow), input);
  }

  private step(layer: Layer, path: string, flow: Flow): Flow {
    switch (layer.kind) {
      case "dense":
        return this.place(layer, path, flow, [layer.outputs]);
      case "conv":
        return this.place(layer, path, flow, convolved(layer, flow.shape));
      case "norm":
        return this.place(layer, path, flow, flow.shape);
      case "residual":
        return this.residual(layer, path, flow);
      case "flatten":
        return { shape: [numbersIn(flow.shape)], image: flow.shape.length > 1 ? flow.shape : flow.image };
      case "globalAveragePool":
        return { shape: [channelsOf(flow.shape)], image: null };
      case "relu":
        return flow;
      case "projection":
        throw new Error("A projection stands at the end of an encoder's layers alone.");
    }
  }

  private place(layer: WeightedLayer | NormLayer, path: string, { shape, image }: Flow, output: Shape): Flow {
    if (layer.kind === "dense") vectorSize(layer.name, { shape, image });
    this.placed.push({ layer, path, input: shape, output, image });
    return { shape: output, image: layer.kind === "norm" ? image : null };
  }

  /** The shortcut's parameters come first. */
  private residual({ shortcut, branch }: Layer & { kind: "residual" }, path: string, input: Flow): Flow {
    if (!["dense", "conv", "norm"].includes(branch.at(-1)?.kind ?? ""))
      throw new Error(`${path}: a branch has to end with a product or its normalization; the sum is activated.`);
    const beside = this.sequence(shortcut, `${path}.shortcut`, input);
    const counts = { dense: 0, conv: 0, norm: 0 };
    const numbered = (kind: Layer["kind"]) =>
      kind in counts ? `${path}.${kind}${++counts[kind as keyof typeof counts]}` : `${path}.${kind}`;
    const output = branch.reduce((flow, layer) => this.step(layer, numbered(layer.kind), flow), input);
    if (output.shape.join() === beside.shape.join()) return output;
    throw new Error(
      `${path}: a branch that gives [${output.shape}] cannot be added to a shortcut of [${beside.shape}].`,
    );
  }
}

function convolved({ name, stride, outputs }: WeightedLayer & { kind: "conv" }, shape: Shape): Shape {
  const [height, width, channels] = shape;
  if (height === undefined || width === undefined || channels === undefined)
    throw new Error(`${name} needs an image, but gets [${shape}].`);
  return [Math.ceil(height / stride), Math.ceil(width / stride), outputs];
}

function vectorSize(what: string, { shape }: Flow): number {
  if (shape.length === 1) return numbersIn(shape);
  throw new Error(`${what} needs a vector, but gets [${shape}]: flatten or pool it first.`);
}

/** How many numbers a tensor of this shape has. */
export function numbersIn(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** The last axis. */
export function channelsOf(shape: Shape): number {
  return shape.at(-1) as number;
}
