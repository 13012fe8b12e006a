import { translate } from "../../../i18n/translate";
import type { Switched } from "../../../session/actions/action";
import type { Playground } from "../../../session/playground";
import type { PlaygroundState } from "../../../session/playgroundState";
import { titleOf } from "../tab/title";
import { endingOptions, setEndingOption } from "./options";

/** One notification at a time: that of a later run takes the place of an earlier one's. */
const TAG = "flatnce-run-over";

/** What of the browser is needed. */
export interface Notifying {
  isHidden(): boolean;
  show(text: string): void;
}

/**
 * Says that a run is over, in the words of the tab, or the queue, in its own, where this browser was told to and the page is hidden.
 * @returns what ends it
 */
export function notifyOfEnds({ store }: Pick<Playground, "store">, { isHidden, show }: Notifying): () => void {
  return store.subscribe((state, before) => {
    const said = endOfQueue(state, before) ?? endOfRun(state, before);
    if (said !== null && endingOptions.getState().notify && isHidden()) show(said);
  });
}

function endOfQueue({ queue }: PlaygroundState, before: PlaygroundState): string | null {
  return before.queue.isRunning && !queue.isRunning && queue.said ? translate(queue.said) : null;
}

/** Those of a queue are told at its end. */
function endOfRun(state: PlaygroundState, before: PlaygroundState): string | null {
  const isOver = state.run?.state === "finished" || state.run?.state === "failed";
  const wasRunning = before.run?.state === "running" && before.run.id === state.run?.id;
  return isOver && wasRunning && !state.queue.isRunning ? titleOf(state) : null;
}

/** Those of a document. A browser on a phone shows notifications through its service worker alone. */
export const ofBrowser: Notifying = {
  isHidden: () => document.hidden,
  show(text) {
    if (!("Notification" in window) || Notification.permission !== "granted") return;
    try {
      const notification = new Notification(text, { tag: TAG });
      notification.onclick = () => window.focus();
    } catch {
      void showByWorker(text);
    }
  },
};

async function showByWorker(text: string): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await registration?.showNotification(text, { tag: TAG });
  } catch (error) {
    console.info("The notification could not be shown.", error);
  }
}

/** Switches it on, which asks the user for permission, or off. */
export async function toggleNotify(): Promise<Switched> {
  if (endingOptions.getState().notify && permission() === "granted") {
    setEndingOption("notify", false);
    return "off";
  }
  const isAllowed = permission() !== null && (await Notification.requestPermission()) === "granted";
  setEndingOption("notify", isAllowed);
  if (isAllowed) return "on";
  return permission() === null ? "unsupported" : "refused";
}

/** Null where the browser has no notifications. */
function permission(): NotificationPermission | null {
  return "Notification" in window ? Notification.permission : null;
}
