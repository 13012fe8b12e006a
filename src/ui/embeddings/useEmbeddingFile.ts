import { useEffect, useRef, useState } from "react";
import { download } from "../../export/download";
import { saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { embeddingsOf } from "../../session/embeddings/ofPage";
import type { EmbeddingInput } from "../../session/embeddings/wish";
import { usePlayground } from "../context";

/** What became of a file that was asked for; null before. */
export type Outcome =
  | { kind: "saving"; share: number }
  | { kind: "saved"; file: string; count: number; step: number }
  | { kind: "canceled" }
  | { kind: "failed"; said: Said };

/** Writes a file at a time, and calls it off where nobody waits for it any longer. */
export function useEmbeddingFile() {
  const playground = usePlayground();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isSaving = useRef(false);
  const cancel = () => void playground.service.cancelExtractions();
  useEffect(
    () => () => {
      if (isSaving.current) void playground.service.cancelExtractions();
    },
    [playground],
  );
  const save = async (input: EmbeddingInput) => {
    isSaving.current = true;
    setOutcome({ kind: "saving", share: 0 });
    try {
      const written = await embeddingsOf(playground, input, (share) => setOutcome({ kind: "saving", share }));
      if (written) download(written.file.name, written.file);
      setOutcome(
        written
          ? { kind: "saved", file: written.file.name, count: written.head.count, step: written.head.step }
          : { kind: "canceled" },
      );
    } catch (error) {
      setOutcome({ kind: "failed", said: saidOf(error) });
    } finally {
      isSaving.current = false;
    }
  };
  return { outcome, save: (input: EmbeddingInput) => void save(input), cancel };
}
