import type { ExperimentConfig } from "../../config/schema";
import { LAB_IDS, type LabId } from "../../labs";
import { formatUrl } from "../address/address";
import { addressOf } from "../boot";
import { NOT_EMBEDDED } from "../embed/part";
import { freshLabs } from "../labs/labState";
import type { Arrangement } from "../panels/arrangement";
import type { PlaygroundState } from "../playgroundState";
import type { Lesson } from "./lesson";

/** The link of a lesson: what a page would have in its address that was opened with it. */

/** Longer ones are cut by some mail programs, and make a QR code that is hard to read. */
export const USUAL_LENGTH = 2000;

export interface LessonDraft {
  lesson: Lesson;
  arrangement: Arrangement;
  /** Opens as a room is shown it. */
  projector: boolean;
}

/** The experiment and the look of a page, as a lesson. @returns without the leading `#` */
export function lessonHash(state: PlaygroundState, { lesson, arrangement, projector }: LessonDraft): string {
  const labs = freshLabs();
  return formatUrl({
    ...addressOf(state),
    lesson,
    arrangement,
    view: { ...state.view, projector },
    embed: NOT_EMBEDDED,
    page: "race",
    chapter: null,
    labs: Object.fromEntries(LAB_IDS.map((id) => [id, labs[id].config])) as Record<LabId, unknown>,
  });
}

/** Whether who opens it has to bring the data. */
export function lacksData({ dataset }: Pick<ExperimentConfig, "dataset">): boolean {
  return dataset.id === "files";
}
