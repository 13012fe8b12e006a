import type { Round } from "../case";
import type { Peer } from "../peers/peer";

/** All steps are on one batch, so the loss of a peer that trains is below this share of the first before long. */
const TRAINED = 0.97;
const WARM_UP = 2;

/** A peer whose steps are timed, and whose loss is watched. */
export class TimedPeer {
  private readonly peer: Peer;
  private firstLoss = Number.NaN;

  constructor(peer: Peer) {
    this.peer = peer;
  }

  /**
   * Times `steps` steps, waiting only for the last one's loss.
   * @throws when the loss has not fallen
   */
  async round(steps: number): Promise<Round> {
    if (Number.isNaN(this.firstLoss)) await this.warmUp();
    const started = performance.now();
    let jsMs = 0;
    let loss = Number.NaN;
    for (let step = 1; step <= steps; step++) {
      const before = performance.now();
      const queued = this.peer.step();
      jsMs += performance.now() - before;
      if (step === steps) loss = await queued.loss();
      else queued.skip();
    }
    const msPerStep = (performance.now() - started) / steps;
    if (!(loss < TRAINED * this.firstLoss)) {
      throw new Error(`it does not train: the loss was ${this.firstLoss} at first and is ${loss} now`);
    }
    return { msPerStep, jsMsPerStep: jsMs / steps, dispatchesPerStep: null, learners: 1 };
  }

  private async warmUp(): Promise<void> {
    this.firstLoss = await this.peer.step().loss();
    for (let step = 0; step < WARM_UP; step++) await this.peer.step().loss();
  }
}
