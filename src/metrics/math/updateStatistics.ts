import type { UpdateSums } from "../types";

export interface UpdateStatistics {
  /** NaN for weights that are all 0. */
  updateSize: number;
  silentGradients: number;
}

/** |update| / |weights|, and the share, 0..1, of gradients that are as good as 0. */
export function updateStatistics({ squaredChange, squaredNorm, silent, count }: UpdateSums): UpdateStatistics {
  return {
    updateSize: squaredNorm > 0 ? Math.sqrt(squaredChange / squaredNorm) : Number.NaN,
    silentGradients: silent / count,
  };
}
