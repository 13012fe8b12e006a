import { writeFileSync } from "node:fs";
import { extname } from "node:path";
import type { ExperimentConfig } from "../config/schema";
import { seedNumbers } from "../config/seeds";
import { FORMAT_IDS, type FormatId } from "../export/embeddings/types";
import { PlaygroundError, problem } from "../i18n/errors";
import { say } from "../i18n/message";
import { translate } from "../i18n/translate";
import { heldOutSplit } from "../session/embeddings/wish";
import { armNames, writeEmbeddings } from "../session/embeddings/write";
import type { Run } from "../session/run";
import { partsOf } from "../training/extraction/extraction";
import { splitOf } from "../training/extraction/splits";
import { SPLIT_IDS, type SplitId } from "../training/extraction/types";
import type { Trainer } from "../training/trainer";
import type { TrainingService } from "../worker/protocol";
import { texts } from "./errors";
import { writable } from "./files";
import { texts as messages } from "./texts";

/** What of a run's embeddings is to be written, and where. */
export interface EmbeddingFiles {
  path: string;
  format: FormatId;
  split: SplitId;
}

/** @throws PlaygroundError that names what of it is wrong, and what is allowed */
export function embeddingFiles(
  path: string | undefined,
  split: string | undefined,
  config: ExperimentConfig,
): EmbeddingFiles | null {
  if (path === undefined && split === undefined) return null;
  const file = writable("--embeddings", path);
  if (file === null) throw new PlaygroundError(texts.splitAlone);
  const format = FORMAT_IDS.find((id) => extname(file).toLowerCase() === `.${id}`);
  if (!format) throw problem(texts.noFormat, { path: file, endings: FORMAT_IDS.map((id) => `.${id}`).join(", ") });
  const chosen = split === undefined ? heldOutSplit(config) : SPLIT_IDS.find((id) => id === split);
  if (!chosen) throw problem(texts.noSplit, { split: split ?? "", allowed: SPLIT_IDS.join(", ") });
  return { path: file, format, split: chosen };
}

/** @throws PlaygroundError where the run has no such split: before the training, not after */
export async function assertSplit({ split }: EmbeddingFiles, trainer: Trainer): Promise<void> {
  await trainer.inspect(async (inspected) => splitOf(inspected, split));
}

/** Writes a file for each learner, as it is now: where there are several, arm and seed stand in its name. */
export async function saveEmbeddings(files: EmbeddingFiles, run: Run, trainer: Trainer): Promise<void> {
  const source = sourceOf(trainer);
  const learners = run.config.arms.flatMap((_, arm) => seedNumbers(run.config).map((seed) => ({ arm, seed })));
  const names = armNames(run.config);
  for (const { arm, seed } of learners) {
    const { path, format, split } = files;
    // An array holds one embedding: the one that is evaluated.
    const embedding = format === "npy" ? "h" : "both";
    const wish = { arm, seed, split, format, embedding, labels: true, index: true, predictions: true } as const;
    const written = await writeEmbeddings(source, run, wish);
    if (!written) continue;
    const own = learners.length === 1 ? path : withName(path, `${names[arm]}-seed${seed}`);
    writeFileSync(own, new Uint8Array(await written.file.arrayBuffer()));
    console.error(translate(say(messages.embeddings, { path: own, count: written.head.count })));
    if (written.head.predictions === "noLabels") console.error(translate(messages.noPredictions));
  }
}

/** `out.npz` as `out.FlatNCE-seed1.npz`. */
function withName(path: string, name: string): string {
  const ending = extname(path);
  return `${path.slice(0, -ending.length)}.${name}${ending}`;
}

function sourceOf(trainer: Trainer): Pick<TrainingService, "extract"> {
  return {
    extract: async (request, listener) => {
      for await (const part of partsOf((look) => trainer.inspect(look), request)) await listener(part);
      return true;
    },
  };
}
