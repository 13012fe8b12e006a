import { createThrottle } from "./throttle";

/**
 * For questions that follow each other faster than they are answered: one is under way at a time, at most one is asked every
 * `interval` milliseconds, and of those that wait only the newest is asked at all.
 *
 * @param ask must not reject
 * @param answered called with the answers, in the order of their questions
 */
export function askNewest<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  answered: (answer: Answer) => void,
  interval: number,
): (question: Question) => void {
  let newest: { question: Question } | null = null;
  let busy = false;
  const throttle = createThrottle(() => void askNext(), interval);
  const askNext = async () => {
    if (busy || !newest) return;
    const { question } = newest;
    newest = null;
    busy = true;
    answered(await ask(question));
    busy = false;
    if (newest) throttle.request();
  };
  return (question) => {
    newest = { question };
    throttle.request();
  };
}
