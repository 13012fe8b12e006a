export interface RateRule {
  rateRule: "fixed" | "linear" | "squareRoot";
  /** Batch size at which every rule leaves the learning rate as it is. */
  referenceBatch: number;
}

/**
 * What a learning rate is multiplied by at a batch size: B / reference (Goyal et al., arXiv 1706.02677, section 2.1), its
 * square root (SimCLR, arXiv 2002.05709, appendix B.1, whose 0.075 sqrt(B) is the rate 1.2 at reference 256), or 1.
 * @param batchSize B, samples per step; each gives two views
 */
export function rateFactor({ rateRule, referenceBatch }: RateRule, batchSize: number): number {
  switch (rateRule) {
    case "fixed":
      return 1;
    case "linear":
      return batchSize / referenceBatch;
    case "squareRoot":
      return Math.sqrt(batchSize / referenceBatch);
  }
}
