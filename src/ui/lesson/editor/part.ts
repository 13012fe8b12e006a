import type { LessonDraft } from "../../../session/lesson/link";

/** What every part of the editor is given: the lesson as it is made so far. */
export interface PartProps {
  draft: LessonDraft;
  onChange: (draft: LessonDraft) => void;
}
