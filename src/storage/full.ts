/** Whether a store failed because this browser has no room left for it: what was kept before is as it was. */
export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
