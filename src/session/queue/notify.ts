import type { Said } from "../../i18n/message";
import { translate } from "../../i18n/translate";

/** Tells whoever is not looking at the page, where they have allowed that before; nobody is asked. */
export function notifyAway(window: Window & Partial<Pick<typeof globalThis, "Notification">>, said: Said): void {
  const { Notification: Note, document } = window;
  if (!document.hidden || Note?.permission !== "granted") return;
  try {
    new Note(document.title, { body: translate(said) });
  } catch (error) {
    // Some phones let only a service worker do that.
    console.info("The browser shows no notification.", error);
  }
}
