/** What people write for a setting or a metric, in small letters, and what it is called. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ["accuracy", "probeAccuracy"],
  ["probe", "probeAccuracy"],
  ["knn", "knnAccuracy"],
  ["loss", "infoNce"],
  ["snr", "gradientSnr"],
  ["rank", "effectiveRank"],
  ["batch", "batchSize"],
  ["tau", "temperature"],
  ["lr", "learningRate"],
  ["optimizer", "optimizer.id"],
  ["optimiser", "optimizer.id"],
  ["encoder", "encoder.id"],
  ["data", "dataset.id"],
  ["dataset", "dataset.id"],
]);
