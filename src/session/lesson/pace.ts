import type { TrainingService } from "../../worker/protocol";
import type { PlaygroundState } from "../playgroundState";
import type { Question } from "./lesson";

/** How far a lesson lets a run go: to its stop step, and no step further than its start before something is predicted. */

type Pacing = Pick<PlaygroundState, "run" | "lesson" | "page" | "draft">;

/** Steps that a run may still be trained; Infinity: to its end. */
export function stepsAllowed(state: Pacing): number {
  return Math.max(0, lastStep(state) - (state.run?.step ?? 0));
}

/** Whether a new run of so many steps may be trained to its end at once. */
export function goesToEnd(state: Pacing, steps: number): boolean {
  return lastStep(state) >= steps;
}

function lastStep(state: Pacing): number {
  const { shown } = state.lesson;
  if (!shown || state.page !== "race") return Number.POSITIVE_INFINITY;
  return awaitsAnswer(state) ? shown.start : (shown.stop ?? Number.POSITIVE_INFINITY);
}

/** Trains the run that is there so many steps, as far as a lesson lets it go. */
export async function train(on: { service: TrainingService; state: Pacing }, steps: number): Promise<void> {
  const n = Math.min(steps, stepsAllowed(on.state));
  if (n === Number.POSITIVE_INFINITY) await on.service.resume();
  else if (n > 0) await on.service.step(n);
}

/** What the lesson asks; null where it asks nothing, or about arms that the experiment does not have. */
export function questionOf({ lesson, draft }: Pick<Pacing, "lesson" | "draft">): Question | null {
  const question = lesson.shown?.predict ?? null;
  if (!question) return null;
  const arms = question.kind === "between" ? [question.a, question.b] : [question.arm];
  return arms.every((arm) => arm < draft.arms.length) ? question : null;
}

/** The question has no answer yet, and the run waits for one. */
export function awaitsAnswer(state: Pick<Pacing, "lesson" | "draft">): boolean {
  return questionOf(state) !== null && state.lesson.answer === null;
}

/** The run is as far as the lesson goes. */
export function isAtStop({ run, lesson }: Pick<Pacing, "run" | "lesson">): boolean {
  if (!run || !lesson.shown || run.state === "running") return false;
  const { stop } = lesson.shown;
  return run.state === "finished" || (stop !== null && run.step >= stop);
}

/** Whether a prediction can be made or changed: nothing that answers it has been trained. */
export function canAnswer({ run, lesson }: Pick<Pacing, "run" | "lesson">): boolean {
  return !run || run.step <= (lesson.shown?.start ?? 0) || lesson.answer === null;
}
