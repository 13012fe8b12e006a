import { transfer } from "comlink";
import { PlaygroundError } from "../i18n/errors";
import { partsOf } from "../training/extraction/extraction";
import { buffersOfRows, type ExtractionRequest } from "../training/extraction/types";
import type { Trainer } from "../training/trainer";
import { texts } from "./errors";
import type { ExtractionListener } from "./protocol";
import type { RunSlot } from "./runSlot";
import { betweenSteps, type Run } from "./trainingLoop";
import type { TurnQueue } from "./turnQueue";

/** Takes embeddings out of the run that is there: each part has a turn of its own, so that nobody waits for all of it. */
export class Extractions {
  private readonly slot: RunSlot;
  private readonly turns: TurnQueue;
  private cancellations = 0;

  constructor(slot: RunSlot, turns: TurnQueue) {
    this.slot = slot;
    this.turns = turns;
  }

  /** As the service has it. */
  async extract(request: ExtractionRequest, listener: ExtractionListener): Promise<boolean> {
    const { cancellations } = this;
    for await (const part of partsOf(this.inspectOne(), request)) {
      if (this.cancellations !== cancellations) return false;
      await listener(part.type === "rows" ? transfer(part, buffersOfRows(part.rows)) : part);
    }
    return true;
  }

  cancel(): void {
    this.cancellations++;
  }

  /** Looks at the run that is there the first time, and at no other. */
  private inspectOne(): Trainer["inspect"] {
    let run: Run | null = null;
    return (look) =>
      this.turns.enqueue(async () => {
        const { current } = this.slot;
        if (run && current !== run) throw new PlaygroundError(texts.replacedMeanwhile);
        if (!current) throw new PlaygroundError(texts.nothingToExtract);
        run = current;
        return betweenSteps(current, () => current.trainer.inspect(look));
      });
  }
}
