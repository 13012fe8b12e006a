import { PlaygroundError } from "../../i18n/errors";
import { texts } from "../../worker/errors";
import type { Playground } from "../playground";
import { type EmbeddingInput, readWish } from "./wish";
import { type WrittenEmbeddings, writeEmbeddings } from "./write";

/**
 * What a learner of the run on the page makes of its samples, as a file. The run goes on meanwhile; all rows are of the step at which
 * this began.
 * @param onProgress told the share that is written, 0..1
 * @returns null where it was called off (`cancelExtractions`)
 * @throws PlaygroundError without a run, where something is asked for that there is not, or another run takes its place
 */
export async function embeddingsOf(
  { state, service }: Pick<Playground, "state" | "service">,
  input: EmbeddingInput = {},
  onProgress?: (share: number) => void,
): Promise<WrittenEmbeddings | null> {
  const { run, starting } = state;
  // While another run is prepared, nobody could say which of the two answers.
  if (!run || starting) throw new PlaygroundError(texts.nothingToExtract);
  return writeEmbeddings(service, run, readWish(input, run.config), onProgress);
}
