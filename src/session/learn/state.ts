import type { KeptText } from "../../storage/keptText";
import { CHAPTER_IDS, type ChapterId } from "./chapters";

/** What the page Learn knows of its reader: where the reader is, what was tried, and what is done. */

/** The latest experiment that was begun in a chapter, and what the reader expected of it. */
export interface Trial {
  runId: string;
  /** Id of the choice. */
  prediction: string;
  /** The values of the chapter's controls, by the controls' ids. */
  values: Readonly<Record<string, string>>;
}

export interface LearnState {
  chapter: ChapterId;
  trials: Readonly<Partial<Record<ChapterId, Trial>>>;
  /** Chapters whose experiment ran to its end, in this visit or before. */
  done: readonly ChapterId[];
  /** The run that was on the page before the first experiment of a chapter took its place; null where there was none. */
  left: string | null;
}

export function freshLearn(): LearnState {
  return { chapter: CHAPTER_IDS[0], trials: {}, done: [], left: null };
}

/** The chapters that are noted as done; what is no chapter of today is left out. */
export function readDone(kept: KeptText): ChapterId[] {
  const noted = (kept.read() ?? "").split(" ");
  return CHAPTER_IDS.filter((id) => noted.includes(id));
}

export function writeDone(kept: KeptText, done: readonly ChapterId[]): void {
  kept.write(done.join(" "));
}
