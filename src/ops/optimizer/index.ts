/** Parameters lie flat or one by one: whoever has them has the form (optim/). */
export { type UpdateRule, type UpdateTensors, updateParameters } from "./fused";
export {
  addDecayedWeights,
  chain,
  momentum,
  scaleByAdam,
  scaleByRate,
  scaleByTrustRatio,
  type Transform,
} from "./reference";
export { wasmUpdate } from "./wasm";
