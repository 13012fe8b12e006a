import { transfer } from "comlink";
import { PlaygroundError } from "../i18n/errors";
import { Extraction } from "../training/extraction/extraction";
import { buffersOfRows, type ExtractionRequest } from "../training/extraction/types";
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
    const isCanceled = () => this.cancellations !== cancellations;
    const { run, extraction } = await this.turns.enqueue(async () => this.begin(request));
    try {
      await listener({ type: "head", head: extraction.head });
      while (!isCanceled()) {
        const rows = await this.inTurn(run, () => run.trainer.inspect(() => extraction.next()));
        if (!rows) return true;
        await listener(transfer({ type: "rows", rows }, buffersOfRows(rows)));
      }
      return false;
    } finally {
      extraction.dispose();
    }
  }

  cancel(): void {
    this.cancellations++;
  }

  private async begin(request: ExtractionRequest): Promise<{ run: Run; extraction: Extraction }> {
    const run = this.slot.current;
    if (!run) throw new PlaygroundError(texts.nothingToExtract);
    const look = () => run.trainer.inspect((inspected) => Extraction.begin(inspected, request));
    return { run, extraction: await betweenSteps(run, look) };
  }

  private inTurn<T>(run: Run, work: () => Promise<T>): Promise<T> {
    return this.turns.enqueue(async () => {
      if (this.slot.current !== run) throw new PlaygroundError(texts.replacedMeanwhile);
      return betweenSteps(run, work);
    });
  }
}
