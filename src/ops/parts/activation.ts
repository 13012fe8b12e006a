import type { Activation } from "./affine";

/** The activation of a number or vector; a comparison rather than max, which may drop the NaN of a learner that diverged. */
export function activated(activation: Activation, type: string, value: string): string {
  return activation === "relu" ? `select(${value}, ${type}(0), ${value} < ${type}(0))` : value;
}

/** The gradient before the activation, from `dy` and the activated value `y`. */
export function maskedGradient(activation: Activation, type: string, dy: string, y: string): string {
  return activation === "relu" ? `select(${dy}, ${type}(0), ${y} <= ${type}(0))` : dy;
}
