import { keptText } from "../../storage/keptText";

/** Whether this browser was offered the tour and answered: kept, so that it is offered to newcomers alone. */

/** Where a browser keeps nothing, the tour is offered each time. */
const answer = keptText(
  () => localStorage,
  "flatnce-tour",
  "That the tour was offered cannot be kept in this browser.",
);

export function isAnswered(): boolean {
  return answer.read() !== null;
}

/** Whether the tour was taken or not: it is not offered again. */
export function keepAnswer(): void {
  answer.write("answered");
}
