import type { Round } from "../case";
import type { Peer, QueuedStep } from "../peers/peer";

/** All steps are on one batch, so the loss of a peer that trains is below this share of the first before long. */
const TRAINED = 0.97;
/** Steps before the clock starts. */
const WARM_UP = 3;

/** A peer whose steps are timed, and whose loss is watched. */
export class TimedPeer {
  private readonly peer: Peer;
  private firstLoss = Number.NaN;
  private isWarm = false;

  constructor(peer: Peer) {
    this.peer = peer;
  }

  /**
   * Times `steps` training steps, waiting only for the last one's loss.
   * @throws when the loss has not fallen
   */
  async train(steps: number): Promise<Round> {
    const queue = () => this.peer.step();
    if (Number.isNaN(this.firstLoss)) {
      this.firstLoss = await queue().value();
      await timed(queue, WARM_UP - 1);
    }
    const { value: loss, ...round } = await timed(queue, steps);
    if (!(loss < TRAINED * this.firstLoss))
      throw new Error(`it does not train: the loss was ${this.firstLoss} at first and is ${loss} now`);
    return round;
  }

  /** Times `steps` forward passes, waiting only for the last one's embeddings. */
  async forward(steps: number): Promise<Round> {
    const queue = () => this.peer.forward();
    if (!this.isWarm) await timed(queue, WARM_UP);
    this.isWarm = true;
    const { value: _, ...round } = await timed(queue, steps);
    return round;
  }
}

async function timed(queue: () => QueuedStep, steps: number): Promise<Round & { value: number }> {
  const started = performance.now();
  let jsMs = 0;
  let value = Number.NaN;
  for (let step = 1; step <= steps; step++) {
    const before = performance.now();
    const queued = queue();
    jsMs += performance.now() - before;
    if (step === steps) value = await queued.value();
    else queued.skip();
  }
  const msPerStep = (performance.now() - started) / steps;
  return { value, msPerStep, jsMsPerStep: jsMs / steps, dispatchesPerStep: null, learners: 1 };
}
