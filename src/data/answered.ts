import { within } from "../engine/within";

const LATE = Symbol("late");

/**
 * What a promise comes to, unless it takes too long: a browser may never answer what is asked of its storage.
 *
 * @param patience in milliseconds
 * @param silence makes the error where nothing has come by then
 */
export async function answered<T>(promise: Promise<T>, patience: number, silence: () => Error): Promise<T> {
  const outcome = await within(promise, patience, LATE);
  if (outcome === LATE) throw silence();
  return outcome;
}
