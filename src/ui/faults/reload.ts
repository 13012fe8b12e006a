import { skipWaiting, waitingVersion } from "../offline";

/** Loads the page anew, from its address, with the new version where one waits: settings and page stay, a run that trains ends. */
export async function reload(): Promise<void> {
  const waiting = await waitingVersion(window.navigator);
  if (waiting) await skipWaiting(waiting);
  window.location.reload();
}

/** The same without what the address says, which may be what broke the page. */
export function reloadPlain(): Promise<void> {
  window.history.replaceState(null, "", window.location.pathname);
  return reload();
}
