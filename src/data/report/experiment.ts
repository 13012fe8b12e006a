import { say } from "../../i18n/message";
import type { Suspicion } from "./report";
import { texts } from "./texts";

/** What of data is suspicious for one experiment on them: the data alone know no batch size and no queue. */

/** What of an experiment meets the number of its training samples. */
export interface Drawing {
  batchSize: number;
  queue: { size: number };
}

/**
 * A batch of more than all samples is refused (training/viewSource.ts). Batches are drawn without replacement: two of different epochs share B / n of
 * their samples on average, and the variance of their means is smaller by 1 - B / n. A queue as long as the training set holds keys of an epoch's worth
 * of batches, and a loss does not know which of them are of the anchor's own sample.
 *
 * @param count training samples
 */
export function suspicionsOfDrawing(count: number, { batchSize, queue: { size } }: Drawing): Suspicion[] {
  const { fewForBatch, longQueue } = texts.suspicions;
  const share = batchSize / count;
  return [
    ...(count < 2 * batchSize ? [{ kind: "fewForBatch", said: say(fewForBatch, { count, batchSize, share }) }] : []),
    ...(size >= count ? [{ kind: "longQueue", said: say(longQueue, { count, size }) }] : []),
  ];
}
