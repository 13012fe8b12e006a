/** Whether this browser was offered the tour and answered: kept, so that it is offered to newcomers alone. */

const KEY = "flatnce-tour";

/** A browser may be set to keep nothing; then the tour is offered each time. */
export function isAnswered(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Whether the tour was taken or not: it is not offered again. */
export function keepAnswer(): void {
  try {
    localStorage.setItem(KEY, "answered");
  } catch (error) {
    console.info("That the tour was offered cannot be kept in this browser.", error);
  }
}
