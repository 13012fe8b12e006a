import { PlaygroundError } from "../../i18n/errors";
import { texts } from "../../worker/errors";
import type { TrainingService } from "../../worker/protocol";
import type { LiveRun } from "../liveRun";
import type { PlaygroundStore } from "../playgroundState";
import { type EmbeddingInput, readWish } from "./wish";
import { type WrittenEmbeddings, writeEmbeddings } from "./write";

interface EmbeddingsOptions {
  store: PlaygroundStore;
  service: TrainingService;
  live: LiveRun;
}

/** Takes what the learners of the run on the page make of its samples elsewhere, as a file. */
export class Embeddings {
  private readonly options: EmbeddingsOptions;

  constructor(options: EmbeddingsOptions) {
    this.options = options;
  }

  /**
   * The run goes on meanwhile; all rows are of the step at which this began.
   * @param onProgress told the share that is written, 0..1
   * @returns null where it was called off
   * @throws PlaygroundError without a run, where something is asked for that there is not, or another run takes its place
   */
  async write(input: EmbeddingInput = {}, onProgress?: (share: number) => void): Promise<WrittenEmbeddings | null> {
    const { service, live, store } = this.options;
    const run = live.current;
    // While another run is prepared, nobody could say which of the two answers.
    if (!run || store.getState().starting) throw new PlaygroundError(texts.nothingToExtract);
    return writeEmbeddings(service, run, readWish(input, run.config), onProgress);
  }

  /** Calls off what is being written. */
  cancel(): Promise<void> {
    return this.options.service.cancelExtractions();
  }
}
