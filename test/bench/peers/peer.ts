/** Another library with one learner of a standard step's shapes: no augmentation, no metrics. */
export interface Peer {
  /** Queues one training step. Its loss is either waited for or dropped. */
  step(): QueuedStep;
  /** Queues one forward pass of the encoder over the same views, for one of the embeddings' numbers. */
  forward(): QueuedStep;
}

export interface QueuedStep {
  /** The loss, or a number of the embeddings. */
  value(): Promise<number>;
  /** What it resolves to, if anything, has to be waited for before the next is queued. */
  skip(): void | Promise<void>;
}
