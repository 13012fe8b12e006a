import { defineEncoder } from "./define";
import { denseUnit, type Layer, projectionHead } from "./layers";
import { depth, norm, projection, width } from "./options";

/** Multi-layer perceptron: `depth` dense layers of `width` units are the features. */
export const mlp = defineEncoder({
  id: "mlp",
  label: "MLP",
  summary: "Dense layers with ReLU; takes points, and images as lists of numbers.",
  samples: "any",
  options: { width: width(64), depth: depth(2), projection: projection(32), norm: norm("none") },
  layers({ width, depth, projection, norm }, inputShape) {
    const hidden = Array.from({ length: depth }, (_, layer) => denseUnit(`hidden${layer + 1}`, width, norm)).flat();
    const flatten: Layer[] = inputShape.length > 1 ? [{ kind: "flatten" }] : [];
    return [...flatten, ...hidden, projectionHead(width, projection)];
  },
});
