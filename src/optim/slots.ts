import type { OptimizerOptions, SlotName } from "./types";

/** What an optimizer carries of each parameter, in the order of its slots, by form. */

/** The WGSL carries what PyTorch carries: Adam's two averages, or the velocity. */
export function fusedSlots(options: OptimizerOptions): SlotName[] {
  if (options.id !== "adam") return velocity(options);
  return averages(options).map(({ name, share }) => ({
    name,
    elsewhere: { name: sumOf(name), factor: share },
  }));
}

/** The reference carries Adam's averages without their factors 1 - beta, as decaying sums (ops/optimizer/reference.ts). */
export function referenceSlots(options: OptimizerOptions): SlotName[] {
  if (options.id !== "adam") return velocity(options);
  return averages(options).map(({ name, share }) => ({
    name: sumOf(name),
    elsewhere: { name, factor: 1 / share },
  }));
}

function velocity({ momentum }: OptimizerOptions): SlotName[] {
  return momentum > 0 ? [{ name: "momentum_buffer", elsewhere: null }] : [];
}

/** Adam's averages, and the share of the present in each. */
function averages({ beta1, beta2 }: OptimizerOptions) {
  return [
    { name: "exp_avg", share: 1 - beta1 },
    { name: "exp_avg_sq", share: 1 - beta2 },
  ];
}

function sumOf(average: string): string {
  return `${average}_sum`;
}
