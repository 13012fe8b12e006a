import { exportPyTorch, type PyTorchExport } from "../../export/pytorch";
import { PlaygroundError } from "../../i18n/errors";
import { texts } from "../../worker/errors";
import { yieldToEventLoop } from "../../worker/yield";
import type { Playground } from "../playground";

/** Bytes of samples that a page packs; the command line packs any number. */
const MOST_BYTES = 64 * 2 ** 20;

/**
 * The run on the page as a program in PyTorch, as it is between two steps; it goes on meanwhile.
 * @param weights whether the learners' state goes along
 * @throws PlaygroundError without a run, or that names what of it cannot be exported
 */
export async function pytorchOf(
  { state, service }: Pick<Playground, "state" | "service">,
  { weights = true }: { weights?: boolean } = {},
): Promise<PyTorchExport> {
  const { run, starting } = state;
  const samples = run && !starting ? await service.exportedSamples() : null;
  const learners = samples && (await service.stateDict());
  if (!run || !samples || !learners) throw new PlaygroundError(texts.nothingToExtract);
  const options = { weights, mostBytes: MOST_BYTES, pause: yieldToEventLoop };
  return exportPyTorch({ config: run.config, samples, state: learners }, options);
}
