import type { Requirements } from "../types";

/**
 * What gradients of all arms at the weights of the first arm ask for, on the same micro-batches: what differs then is the
 * objective alone, not the place to which each arm has trained itself.
 */
export const COMMON_WEIGHTS: Requirements = { arms: 2, setting: ({ gradientProbe }) => gradientProbe.common };
