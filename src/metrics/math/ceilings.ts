/** What the bounds on mutual information cannot exceed, which is also what guessing costs. */

/** K = 2B - 1: the views among which an anchor's positive is looked for, over a batch of B samples. */
export function candidates(batchSize: number): number {
  return 2 * batchSize - 1;
}

/** log K, in nats: the most that InfoNCE over a batch of B samples can say about mutual information. */
export function informationCeiling(batchSize: number): number {
  return Math.log(candidates(batchSize));
}

/** log B, in nats: the most that InfoNCE from first to second views can say about mutual information. */
export function oneWayCeiling(batchSize: number): number {
  return Math.log(batchSize);
}
