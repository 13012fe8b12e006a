import type { NormLayer, WeightedLayer } from "./layers";
import { channelsOf, numbersIn, type PlacedLayer } from "./placement";
import type { ParameterSpec, StateSpec } from "./types";

/** Weights [inputs, outputs] and bias [1, outputs] of one dense layer. */
export function denseSpecs(name: string, inputs: number, outputs: number): ParameterSpec[] {
  return [weightsSpec(name, inputs, outputs), biasSpec(name, outputs)];
}

/** The trainable tensors of a layer, in their order. */
export function parameterSpecs({ layer, input, output }: PlacedLayer): ParameterSpec[] {
  if (layer.kind === "norm") return normSpecs(layer.name, channelsOf(output));
  const weights = weightsSpec(layer.name, fanIn(layer, input), layer.outputs);
  return layer.bias ? [weights, biasSpec(layer.name, layer.outputs)] : [weights];
}

/** What a layer keeps besides. */
export function stateSpecs({ layer, output }: PlacedLayer): StateSpec[] {
  return hasRunningStatistics(layer) ? [{ name: `${layer.name}/running`, channels: channelsOf(output) }] : [];
}

/** Whether a layer keeps a running mean and variance beside its parameters. */
export function hasRunningStatistics(layer: WeightedLayer | NormLayer): boolean {
  return layer.kind === "norm" && layer.norm === "batch";
}

/** Numbers that an output of a layer is a sum of. */
export function fanIn(layer: WeightedLayer, input: readonly number[]): number {
  return layer.kind === "dense" ? numbersIn(input) : layer.kernel ** 2 * channelsOf(input);
}

function weightsSpec(name: string, inputs: number, outputs: number): ParameterSpec {
  const init = { kind: "heNormal", fanIn: inputs } as const;
  return { name: `${name}/weights`, shape: [inputs, outputs], isExempt: false, init };
}

function biasSpec(name: string, outputs: number): ParameterSpec {
  return { name: `${name}/bias`, shape: [1, outputs], isExempt: true, init: { kind: "zeros" } };
}

/** Every scale starts at 1, the last one of a residual branch too. */
function normSpecs(name: string, channels: number): ParameterSpec[] {
  return [
    { name: `${name}/scale`, shape: [1, channels], isExempt: true, init: { kind: "ones" } },
    { name: `${name}/offset`, shape: [1, channels], isExempt: true, init: { kind: "zeros" } },
  ];
}
