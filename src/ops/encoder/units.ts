import type { ConvLayer, DenseLayer, Layer, NormLayer, ResidualLayer } from "../../models/layers";
import type { Activation } from "../parts/affine";

/** Neighboring layers that the kernels do at once: a product, its normalization, and its activation. */
export interface ProductUnit {
  product: DenseLayer | ConvLayer;
  norm: NormLayer | null;
  activation: Activation;
}

export type Unit = ProductUnit | ResidualLayer | { kind: "flatten" | "globalAveragePool" };

/**
 * Groups layers for the kernels.
 * @throws Error where a normalization or an activation follows something else than a product
 */
export function unitsOf(layers: readonly Layer[]): Unit[] {
  const units: Unit[] = [];
  for (const layer of layers) {
    const last = units.at(-1);
    const product = last && "product" in last && last.activation === "linear" ? last : null;
    if (layer.kind === "dense" || layer.kind === "conv")
      units.push({ product: layer, norm: null, activation: "linear" });
    else if (layer.kind === "norm" && product && !product.norm) product.norm = layer;
    else if (layer.kind === "relu" && product) product.activation = "relu";
    else if (layer.kind === "residual" || layer.kind === "flatten" || layer.kind === "globalAveragePool")
      units.push(layer);
    else throw new Error(`A ${layer.kind} layer has to follow a dense layer or a convolution.`);
  }
  return units;
}
