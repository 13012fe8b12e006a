export interface ScheduleOptions {
  id: "constant" | "cosine";
  warmupSteps: number;
}

/**
 * Learning rate of a step: a linear warm-up to `base`, then constant, or half a cosine down to 0 at step `total`
 * (SGDR without restarts, arXiv 1608.03983).
 * @param step updates made before this one
 * @param total updates of the whole run
 */
export function learningRateAt(step: number, total: number, schedule: ScheduleOptions, base: number): number {
  const { id, warmupSteps } = schedule;
  if (step < warmupSteps) return (base * (step + 1)) / warmupSteps;
  if (id === "constant") return base;
  const progress = Math.min(1, (step - warmupSteps) / Math.max(1, total - warmupSteps));
  return (base * (1 + Math.cos(Math.PI * progress))) / 2;
}
