import { armLooks } from "../../config/arms";
import { exportName } from "../../export/download";
import type { EmbeddingWriter } from "../../export/embeddings/types";
import { folderName } from "../../export/packed/names";
import { ENGLISH } from "../../i18n/locale";
import type { ExtractionHead, ExtractionPart } from "../../training/extraction/types";
import type { TrainingService } from "../../worker/protocol";
import type { Run } from "../run";
import type { EmbeddingWish } from "./wish";

/** Embeddings of a run as a file, and what they are of. */
export interface WrittenEmbeddings {
  file: File;
  head: ExtractionHead;
}

/**
 * Writes what a trainer tells of a learner's embeddings, as it comes.
 * @param source trains the run
 * @param onProgress told the share that is written, 0..1
 * @returns null where it was called off
 */
export async function writeEmbeddings(
  source: Pick<TrainingService, "extract">,
  run: Pick<Run, "config" | "presetId" | "startedAt">,
  wish: EmbeddingWish,
  onProgress?: (share: number) => void,
): Promise<WrittenEmbeddings | null> {
  const { FORMATS } = await import("../../export/embeddings");
  const format = FORMATS[wish.format];
  const { arm, seed, split, predictions } = wish;
  const begun: { head?: ExtractionHead; writer?: EmbeddingWriter; failure?: unknown } = {};
  const write = async (part: ExtractionPart) => {
    if (part.type === "head") {
      begun.head = part.head;
      begun.writer = await format.open(part.head, wish);
      return;
    }
    await begun.writer?.add(part.rows);
    onProgress?.((part.rows.from + part.rows.count) / (begun.head?.count ?? 1));
  };
  const listener = (part: ExtractionPart) =>
    write(part).catch((error: unknown) => {
      begun.failure = error;
      throw error;
    });
  const isComplete = await source.extract({ arm, seed, split, predictions }, listener).catch((error: unknown) => {
    // What went wrong here comes back by way of the trainer, which has its words alone.
    throw begun.failure ?? error;
  });
  const { head, writer } = begun;
  if (!isComplete || !head || !writer) return null;
  const blob = await writer.finish();
  return { head, file: new File([blob], nameOf(run, head, format.ending), { type: blob.type }) };
}

/** `flatnce-vanish-2026-01-31-1205.FlatNCE-seed1-test-step400.csv` */
function nameOf(
  { config, presetId, startedAt }: Pick<Run, "config" | "presetId" | "startedAt">,
  head: ExtractionHead,
  ending: string,
) {
  const { arm, seed, split, step } = head;
  return exportName(presetId, startedAt, `${armNames(config)[arm] ?? arm}-seed${seed}-${split}-step${step}.${ending}`);
}

/** What each arm is called in names of files: no two the same. */
export function armNames(config: Run["config"]): string[] {
  const names = new Set<string>();
  for (const { label } of armLooks(config, false, ENGLISH))
    names.add(folderName(label, new Set([...names].map((name) => name.toLowerCase()))));
  return [...names];
}
