/** Gradients lie flat or by parameter: whoever has them has the form (optim/). */
export { fusedNormFactors } from "./fused";
export { referenceNormFactors } from "./reference";
export { wasmNormFactors } from "./wasm";

/** Whether there is anything to match: it is asked for, and there are arms beside the first. */
export function matchesNorms(options: { matchGradientNorm: boolean }, learners: number, seeds: number): boolean {
  return options.matchGradientNorm && learners > seeds;
}
