import type { PickedFile } from "../data/types";
import { CHECKPOINT_ENDING } from "../export/checkpoint";
import type { Playground } from "../session/playground";

/** Files that are opened rather than trained on. */

/** Lets the user choose a checkpoint, and goes on from it. */
export function chooseCheckpoint(playground: Playground): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = CHECKPOINT_ENDING;
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) void playground.checkpoints.open(file);
  });
  input.click();
}

/** The checkpoint among files that were brought; null where they are data. */
export function checkpointAmong(files: readonly PickedFile[]): File | null {
  return files.find(({ file }) => file.name.toLowerCase().endsWith(CHECKPOINT_ENDING))?.file ?? null;
}
