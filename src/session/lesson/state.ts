import type { ExperimentConfig } from "../../config/schema";
import type { Arrangement } from "../panels/arrangement";
import type { Lesson } from "./lesson";

/** A lesson that was left for the whole page, as it can be come back to. */
interface LeftLesson {
  lesson: Lesson;
  arrangement: Arrangement;
  config: ExperimentConfig;
  presetId: string | null;
}

export interface LessonState {
  /** The lesson that the page is; null while it is the whole page. */
  shown: Lesson | null;
  /** Id of the choice that was predicted; null while nothing is. */
  answer: string | null;
  left: LeftLesson | null;
}

export const NO_LESSON: LessonState = { shown: null, answer: null, left: null };
