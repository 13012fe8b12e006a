/** What the bounds on mutual information cannot exceed, which is also what guessing costs. */

/** log(2B - 1), in nats: the most that InfoNCE over a batch of B samples can say about mutual information. */
export function informationCeiling(batchSize: number): number {
  return Math.log(2 * batchSize - 1);
}

/** log B, in nats: the most that InfoNCE from first to second views can say about mutual information. */
export function oneWayCeiling(batchSize: number): number {
  return Math.log(batchSize);
}
