import type { Round } from "../case";
import type { Peer, QueuedStep } from "../peers/peer";

/** All steps are on one batch, so the loss of a peer that trains is below this share of the first before long. */
const TRAINED = 0.97;
/** Steps before the clock starts, or fewer where they take this long. */
const WARM_UP = 3;
const WARM_UP_MS = 2000;

/** A peer whose steps are timed, and whose loss is watched. */
export class TimedPeer {
  private readonly peer: Peer;
  private firstLoss = Number.NaN;
  private steps = 0;
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
    if (Number.isNaN(this.firstLoss)) this.steps = await this.warmUp(queue);
    const { value: loss, ...round } = await timed(queue, steps);
    this.steps += steps;
    if (!(loss < (this.steps > WARM_UP ? TRAINED : 1) * this.firstLoss))
      throw new Error(`it does not train: the loss was ${this.firstLoss} at first and is ${loss} now`);
    return round;
  }

  /** Times `steps` forward passes, waiting only for the last one's embeddings. */
  async forward(steps: number): Promise<Round> {
    const queue = () => this.peer.forward();
    if (!this.isWarm) await this.warmUp(queue);
    this.isWarm = true;
    const { value: _, ...round } = await timed(queue, steps);
    return round;
  }

  /** @returns how many steps it took */
  private async warmUp(queue: () => QueuedStep): Promise<number> {
    const started = performance.now();
    this.firstLoss = await queue().value();
    for (let step = 1; step < WARM_UP; step++) {
      if (performance.now() - started > WARM_UP_MS) return step;
      await queue().value();
    }
    return WARM_UP;
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
    else await queued.skip();
  }
  const msPerStep = (performance.now() - started) / steps;
  return { value, msPerStep, jsMsPerStep: jsMs / steps, dispatchesPerStep: null, learners: 1 };
}
