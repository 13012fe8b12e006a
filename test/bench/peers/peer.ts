/** Another library, training one learner on a standard step's shapes: no augmentation, no metrics. */
export interface Peer {
  /** Queues one training step. Its loss is either waited for or dropped. */
  step(): QueuedStep;
}

interface QueuedStep {
  loss(): Promise<number>;
  skip(): void;
}
