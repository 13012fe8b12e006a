import type { Layer } from "./layers";
import { fanIn, parameterSpecs, stateSpecs } from "./parameters";
import { channelsOf, numbersIn, type PlacedLayer, placeLayers } from "./placement";
import type { EncoderPlan } from "./types";

/**
 * A list of layers as numbers: what it consists of, and what it costs.
 * @param inputShape of a sample, [H, W, C] or [D]
 * @throws Error where the layers do not fit each other
 */
export function planLayers(layers: readonly Layer[], inputShape: readonly number[]): EncoderPlan {
  const placement = placeLayers(layers, inputShape);
  return {
    layers,
    inputShape,
    parameters: placement.layers.flatMap(parameterSpecs),
    state: placement.layers.flatMap(stateSpecs),
    featureSize: placement.featureSize,
    embeddingSize: placement.embeddingSize,
    activations: placement.layers.reduce((sum, { output }) => sum + numbersIn(output), 0),
    largestActivation: Math.max(...placement.layers.map(({ output }) => numbersIn(output))),
    largestPatches: Math.max(...placement.layers.map(patches)),
    macsPerSample: placement.layers.reduce((sum, layer) => sum + macs(layer), 0),
  };
}

/** Trainable numbers of one learner. */
export function parameterCount({ parameters }: Pick<EncoderPlan, "parameters">): number {
  return parameters.reduce((sum, { shape }) => sum + numbersIn(shape), 0);
}

/** Multiply-accumulates of one sample. */
function macs({ layer, input, output }: PlacedLayer): number {
  return layer.kind === "norm" ? 0 : numbersIn(output) * fanIn(layer, input);
}

/** Numbers under all positions of a filter of more than one pixel. */
function patches({ layer, input, output }: PlacedLayer): number {
  if (layer.kind !== "conv" || layer.kernel === 1) return 0;
  return (numbersIn(output) / channelsOf(output)) * fanIn(layer, input);
}
