import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Checkpoint, readCheckpoint, writeCheckpoint } from "../export/checkpoint";
import { problem, saidOf } from "../i18n/errors";
import { checkpointOf } from "../session/checkpoints/document";
import type { Run } from "../session/run";
import type { Trainer } from "../training/trainer";
import { texts } from "./errors";

/** Checkpoints of the command line: the files that the page writes and opens. */

/** @throws PlaygroundError that names the file and what is wrong with it */
export function openCheckpoint(file: string): Checkpoint {
  if (!existsSync(file)) throw problem(texts.noFile, { file });
  try {
    return readCheckpoint(readFileSync(file));
  } catch (error) {
    throw problem(texts.noCheckpoint, { file, reason: saidOf(error) }, { cause: error });
  }
}

/** Writes the run as it is between two steps. */
export async function saveCheckpoint(file: string, run: Run, trainer: Pick<Trainer, "stateDict">): Promise<void> {
  const state = await trainer.stateDict();
  writeFileSync(file, writeCheckpoint(checkpointOf(run, state)));
}
