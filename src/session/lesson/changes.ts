import { equal } from "../../config/paths";
import { EVERYTHING } from "../panels/arrangement";
import type { Playground } from "../playground";
import type { Lesson } from "./lesson";
import type { LessonState } from "./state";

/** What can be done to a lesson: it is opened, answered, left, and come back to. */

/** Shows the lesson of an address, or none; one that is open already stays as it is. @returns whether it was opened by this */
export function openLesson(playground: Playground, lesson: Lesson | null): boolean {
  const { shown } = playground.state.lesson;
  if (equal(shown, lesson)) return false;
  change(playground, { shown: lesson, answer: null, left: null });
  if (lesson) showZoom(playground, lesson);
  return lesson !== null;
}

/** Trains what a lesson wants to be there when it is opened, where its run is prepared and nobody has touched it. */
export async function trainToStart({ state, service }: Playground): Promise<void> {
  const { run, lesson, starting, page } = state;
  const start = lesson.shown?.start ?? 0;
  if (start > 0 && page === "race" && !starting && run?.state === "paused" && run.step === 0) await service.step(start);
}

export function answer(playground: Playground, choice: string): void {
  change(playground, { answer: choice });
}

/** The whole page, with the run and the settings as they are. */
export function leaveLesson(playground: Playground): void {
  const { lesson, arrangement, draft, presetId } = playground.state;
  if (!lesson.shown) return;
  const left = { lesson: lesson.shown, arrangement, config: draft, presetId };
  playground.store.setState({ arrangement: EVERYTHING, lesson: { ...lesson, shown: null, left } });
}

/** The lesson again, with its settings; a run that has begun goes on until it is restarted. */
export function returnToLesson(playground: Playground): void {
  const { lesson, draft } = playground.state;
  if (!lesson.left) return;
  const { lesson: shown, arrangement, config, presetId } = lesson.left;
  playground.setPage("race");
  if (!equal(config, draft)) playground.edit((own) => own.set(config, { presetId }));
  playground.store.setState({ arrangement, lesson: { ...lesson, shown, left: null } });
  showZoom(playground, shown);
}

/** Forgets the lesson that was left. */
export function forgetLesson(playground: Playground): void {
  change(playground, { left: null });
}

function showZoom({ store, state }: Playground, { zoom }: Lesson): void {
  if (zoom) store.setState({ reading: { ...state.reading, zoom, zooms: {} } });
}

function change({ store }: Playground, patch: Partial<LessonState>): void {
  store.setState(({ lesson }) => ({ lesson: { ...lesson, ...patch } }));
}
