import { denseSpecs, hasRunningStatistics, parameterSpecs } from "./parameters";
import { channelsOf, numbersIn, type PlacedLayer, placeLayers, type Shape } from "./placement";
import type { EncoderPlan } from "./types";

/**
 * The tensors of an encoder as PyTorch names and stores them. The layers are those of an `nn.Sequential` called `encoder`, and
 * of another called `projection`, each layer of the list (ReLU, flatten and pool included) in one place:
 *
 *     encoder.0.weight        of a dense layer [out, in], of a convolution [out, in, kernel, kernel]
 *     encoder.1.weight        of a normalization: its scale; encoder.1.bias its offset
 *     encoder.1.running_mean  and encoder.1.running_var, of a batch normalization
 *     encoder.3.conv1.weight  of a residual block: conv1, norm1, conv2, norm2 on its branch,
 *     encoder.3.shortcut.0.weight                      and a Sequential of its own beside it
 *     projection.2.bias
 *
 * PyTorch's images are [C, H, W]: a dense layer that reads a flattened image has its columns in that order.
 */
export interface NamedTensor {
  /** In a PyTorch state dict, without a prefix for the learner. */
  name: string;
  /** In PyTorch. */
  shape: number[];
  /** Which of our tensors holds it: `plan.parameters[index]`, or `plan.state[index]`. */
  source: { kind: "parameter" | "state"; index: number };
  /**
   * One learner's values as PyTorch stores them. The same holds for an optimizer's moments, which lie as the parameter does.
   * @param values of our tensor, of all learners: [L, ...spec.shape], or [L, 2, channels] of a state
   */
  toTorch(values: Float32Array, learner: number): Float32Array<ArrayBuffer>;
  /**
   * Puts PyTorch's values in their places for one learner; the rest of `into` stays.
   * @param into as `values` of `toTorch`
   * @throws Error where there are not as many as the shape says
   */
  fromTorch(torch: Float32Array, into: Float32Array, learner: number): void;
}

/** Every tensor of an encoder: the parameters in their order, then running statistics. */
export function stateNames(plan: Pick<EncoderPlan, "layers" | "inputShape">): NamedTensor[] {
  const { layers } = placeLayers(plan.layers, plan.inputShape);
  const counts = { parameter: 0, state: 0 };
  const parameters = layers.flatMap((placed) => parameterTensors(placed, counts));
  return [...parameters, ...layers.flatMap((placed) => stateTensors(placed, counts))];
}

/**
 * Weights and bias of a dense layer that is no part of an encoder, such as a classifier.
 * @param first index of its weights among the parameters; the bias follows
 */
export function denseNames(path: string, [inputs, outputs]: [number, number], first: number): NamedTensor[] {
  const [weights, bias] = denseSpecs(path, inputs, outputs).map(
    (_, i) => ({ kind: "parameter", index: first + i }) as const,
  );
  return [
    named(`${path}.weight`, weights!, { shape: [outputs, inputs], order: transposed(inputs, outputs) }),
    named(`${path}.bias`, bias!, vector(outputs)),
  ];
}

interface Counts {
  parameter: number;
  state: number;
}

/** Where each of PyTorch's values lies among ours. */
interface Layout {
  shape: number[];
  /** Index into our values of one learner, by the index into PyTorch's. */
  order(index: number): number;
  /** Our values of one learner, more than PyTorch's where the tensor holds two of theirs. */
  size?: number;
}

function parameterTensors(placed: PlacedLayer, counts: Counts): NamedTensor[] {
  const endings = ["weight", "bias"];
  return parameterSpecs(placed).map((_, i) => {
    const layout = i === 0 && placed.layer.kind !== "norm" ? weightLayout(placed) : vector(channelsOf(placed.output));
    return named(`${placed.path}.${endings[i]}`, { kind: "parameter", index: counts.parameter++ }, layout);
  });
}

function stateTensors({ layer, path, output }: PlacedLayer, counts: Counts): NamedTensor[] {
  if (!hasRunningStatistics(layer)) return [];
  const source = { kind: "state", index: counts.state++ } as const;
  const channels = channelsOf(output);
  return ["running_mean", "running_var"].map((ending, row) =>
    named(`${path}.${ending}`, source, {
      shape: [channels],
      order: (index) => row * channels + index,
      size: 2 * channels,
    }),
  );
}

function vector(size: number): Layout {
  return { shape: [size], order: (index) => index };
}

function weightLayout({ layer, input, output, image }: PlacedLayer): Layout {
  const outputs = channelsOf(output);
  if (layer.kind === "conv") return filters(layer.kernel, channelsOf(input), outputs);
  const inputs = numbersIn(input);
  if (!image) return { shape: [outputs, inputs], order: transposed(inputs, outputs) };
  const column = channelsFirst(image);
  return { shape: [outputs, inputs], order: (index) => column(index % inputs) * outputs + Math.floor(index / inputs) };
}

/** [out, in] of [in, out]. */
function transposed(inputs: number, outputs: number): Layout["order"] {
  return (index) => (index % inputs) * outputs + Math.floor(index / inputs);
}

/** Places of a [C, H, W] image in an [H, W, C] one. */
function channelsFirst([height = 1, width = 1, channels = 1]: Shape): Layout["order"] {
  const pixels = height * width;
  return (index) => (index % pixels) * channels + Math.floor(index / pixels);
}

/** [out, in, kernel, kernel] of rows (ky * kernel + kx) * in + c, [kernel kernel in, out]. */
function filters(kernel: number, inputs: number, outputs: number): Layout {
  const row = channelsFirst([kernel, kernel, inputs]);
  const rows = kernel * kernel * inputs;
  return {
    shape: [outputs, inputs, kernel, kernel],
    order: (index) => row(index % rows) * outputs + Math.floor(index / rows),
  };
}

function named(name: string, source: NamedTensor["source"], { shape, order, size: own }: Layout): NamedTensor {
  const size = numbersIn(shape);
  const stride = own ?? size;
  return {
    name,
    shape,
    source,
    toTorch: (values, learner) =>
      Float32Array.from({ length: size }, (_, index) => values[learner * stride + order(index)] as number),
    fromTorch: (torch, into, learner) => {
      if (torch.length !== size) throw new Error(`${name} has ${torch.length} numbers, where [${shape}] are ${size}.`);
      torch.forEach((value, index) => {
        into[learner * stride + order(index)] = value;
      });
    },
  };
}
