import { groupChannels, type Layer, type Norm, type ProjectionLayer } from "./layers";
import { channelsOf, numbersIn, type Shape } from "./placement";
import type { EncoderPlan } from "./types";

/**
 * An encoder as modules of PyTorch, read from its list of layers: expressions for two `nn.Sequential`, in which each layer has
 * the place that its name in a state dict says (stateNames.ts).
 */
export interface PyTorchModules {
  encoder: string[];
  projection: string[];
  /** Which classes of their own the modules ask for. */
  hasBlocks: boolean;
  hasBatchNorm: boolean;
}

/** @returns a line of Python for each layer */
export function pytorchModules({ layers, inputShape }: Pick<EncoderPlan, "layers" | "inputShape">): PyTorchModules {
  const head = layers.at(-1) as ProjectionLayer;
  const [encoder, features] = sequence(layers.slice(0, -1), inputShape);
  const [projection] = sequence(head.layers, features);
  const all = [...encoder, ...projection].join("\n");
  return {
    encoder,
    projection,
    hasBlocks: all.includes("Block("),
    hasBatchNorm: all.includes("BatchNorm("),
  };
}

type Placed = [code: string, output: Shape];

/** @returns the modules, and the shape that comes out of the last */
function sequence(layers: readonly Layer[], input: Shape): [string[], Shape] {
  let shape = input;
  const modules = layers.map((layer) => {
    const [code, output] = moduleOf(layer, shape);
    shape = output;
    return code;
  });
  return [modules, shape];
}

function moduleOf(layer: Layer, input: Shape): Placed {
  switch (layer.kind) {
    case "dense":
      return [`nn.Linear(${numbersIn(input)}, ${layer.outputs}${withoutBias(layer)})`, [layer.outputs]];
    case "conv": {
      const [height = 0, width = 0, channels = 0] = input;
      const { kernel, stride, outputs } = layer;
      const sizes = [channels, outputs, kernel, stride, (kernel - 1) / 2].join(", ");
      const output = [Math.ceil(height / stride), Math.ceil(width / stride), outputs];
      return [`nn.Conv2d(${sizes}${withoutBias(layer)})`, output];
    }
    case "norm":
      return [normOf(layer.norm, channelsOf(input)), input];
    case "relu":
      return ["nn.ReLU()", input];
    case "flatten":
      return ["nn.Flatten()", [numbersIn(input)]];
    case "globalAveragePool":
      return ["nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())", [channelsOf(input)]];
    case "residual":
      return block(layer, input);
    case "projection":
      throw new Error("A projection stands at the end of an encoder's layers alone.");
  }
}

function withoutBias({ bias }: { bias: boolean }): string {
  return bias ? "" : ", bias=False";
}

function normOf(norm: "group" | "batch", channels: number): string {
  return norm === "batch"
    ? `BatchNorm(${channels})`
    : `nn.GroupNorm(${channels / groupChannels(channels)}, ${channels})`;
}

/** `Block(inputs, outputs, stride)` of a basic block: two convolutions of 3 x 3, and one of 1 x 1 beside them where they halve. */
function block({ shortcut, branch }: Layer & { kind: "residual" }, input: Shape): Placed {
  const [first] = branch;
  const kinds = branch.map(({ kind }) => kind).filter((kind) => kind !== "norm");
  if (first?.kind !== "conv" || kinds.join() !== "conv,relu,conv")
    throw new Error(`PyTorch has no module here for a branch of ${kinds.join(", ")}.`);
  if (shortcut.length > 0 !== first.stride > 1)
    throw new Error("A block has a shortcut of its own where it halves the sides.");
  const [, output] = sequence(branch, input);
  return [`Block(${channelsOf(input)}, ${first.outputs}, ${first.stride})`, output];
}

/** Calls that make the norm of a block. */
const NORM_CALLS = { none: null, group: "group_norm(outputs)", batch: "BatchNorm(outputs)" };

/** The class of `block`; its norms are those of the encoder. With `group`, a function `group_norm` of the channels is at hand. */
export function blockClass(norm: Norm): string {
  const call = NORM_CALLS[norm];
  const convolution = (inputs: string, kernel: number, stride: string) =>
    `nn.Conv2d(${inputs}, outputs, ${kernel}, ${stride}${kernel === 3 ? ", 1" : ""}${call ? ", bias=False" : ""})`;
  const pair = (place: number, conv: string) =>
    call ? `self.conv${place}, self.norm${place} = ${conv}, ${call}` : `self.conv${place} = ${conv}`;
  const of = (place: number, x: string) =>
    call ? `self.norm${place}(self.conv${place}(${x}))` : `self.conv${place}(${x})`;
  return `class Block(nn.Module):
    """relu(branch(x) + shortcut(x)): He et al., arXiv 1512.03385, figure 2."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        ${pair(1, convolution("inputs", 3, "stride"))}
        ${pair(2, convolution("outputs", 3, "1"))}
        beside = [${[convolution("inputs", 1, "stride"), ...(call ? [call] : [])].join(", ")}]
        self.shortcut = nn.Sequential(*(beside if stride > 1 else []))

    def forward(self, x):
        y = F.relu(${of(1, "x")})
        return F.relu(${of(2, "y")} + self.shortcut(x))`;
}
