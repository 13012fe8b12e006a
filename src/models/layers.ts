/**
 * What an encoder consists of, as data: a list of layers. Forward pass, parameters, cost and PyTorch's names are all read
 * from this one list, in its order.
 */
export type Layer = WeightedLayer | NormLayer | ResidualLayer | PlainLayer | ProjectionLayer;

/** A product with weights: of all numbers of a sample, or of the pixels under a filter. */
export type WeightedLayer = DenseLayer | ConvLayer;

export interface DenseLayer {
  kind: "dense";
  /** In records and charts. */
  name: string;
  outputs: number;
  /** Without one where a normalization follows, whose offset takes its place. */
  bias: boolean;
}

/** Padded by (kernel - 1) / 2, so that a side of n pixels gives ceil(n / stride). */
export interface ConvLayer {
  kind: "conv";
  name: string;
  kernel: 1 | 3;
  stride: 1 | 2;
  /** Channels. */
  outputs: number;
  bias: boolean;
}

/** What may follow a layer with weights. */
export const NORMS = ["none", "group", "batch"] as const;
export type Norm = (typeof NORMS)[number];

export interface NormLayer {
  kind: "norm";
  /** That of the layer which it follows. */
  name: string;
  norm: Exclude<Norm, "none">;
}

/** relu(branch(x) + shortcut(x)); an empty shortcut is the identity. Both begin at the same x, which has weights behind it. */
export interface ResidualLayer {
  kind: "residual";
  shortcut: Layer[];
  branch: Layer[];
}

/** A layer without weights: ReLU, images as vectors, or the mean of all pixels of a channel. */
type PlainLayer = { kind: "relu" } | { kind: "flatten" } | { kind: "globalAveragePool" };

/** What makes embeddings of the features; the last of a list. */
export interface ProjectionLayer {
  kind: "projection";
  layers: Layer[];
}

/** Channels of a group at least; the groups of a layer are equal, so more where 8 does not divide the channels. */
const GROUP_CHANNELS = 8;

/** Channels that a group normalization takes together: their smallest divisor that is large enough; all where there are fewer. */
export function groupChannels(channels: number): number {
  let size = Math.min(GROUP_CHANNELS, channels);
  while (channels % size > 0) size++;
  return size;
}

/** A dense layer of an encoder, its bias or normalization, and ReLU. */
export function denseUnit(name: string, outputs: number, norm: Norm): Layer[] {
  return [{ kind: "dense", name, outputs, bias: norm === "none" }, ...normOf(name, norm), { kind: "relu" }];
}

/** The same as a convolution. */
export function convUnit(name: string, norm: Norm, filters: Pick<ConvLayer, "kernel" | "stride" | "outputs">): Layer[] {
  return [...linearConvUnit(name, norm, filters), { kind: "relu" }];
}

/** A convolution and its bias or normalization alone. */
export function linearConvUnit(
  name: string,
  norm: Norm,
  filters: Pick<ConvLayer, "kernel" | "stride" | "outputs">,
): Layer[] {
  return [{ kind: "conv", name, ...filters, bias: norm === "none" }, ...normOf(name, norm)];
}

function normOf(name: string, norm: Norm): Layer[] {
  return norm === "none" ? [] : [{ kind: "norm", name, norm }];
}

/**
 * Projection head of SimCLR (arXiv 2002.05709, section 2.1): one hidden layer as wide as the features. Its layers have a bias
 * whatever the encoder has.
 */
export function projectionHead(featureSize: number, projection: number): Layer {
  return {
    kind: "projection",
    layers: [
      { kind: "dense", name: "projection1", outputs: featureSize, bias: true },
      { kind: "relu" },
      { kind: "dense", name: "projection2", outputs: projection, bias: true },
    ],
  };
}
