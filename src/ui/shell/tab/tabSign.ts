import type { Playground } from "../../../session/playground";
import { createThrottle } from "../../../session/throttle";
import { activityOf } from "./activity";
import { iconOf } from "./icon";
import { titleOf } from "./title";

/** What of a document shows in its tab. */
export interface Tab {
  write(title: string, icon: string | null): void;
}

/** Least time between two changes, in milliseconds. */
const INTERVAL = 400;

/**
 * Keeps title and icon of the tab with the run, also while the tab is in the background: that is where they are read.
 * @returns what ends it
 */
export function signTab(playground: Playground, tab: Tab, interval = INTERVAL): () => void {
  let written = "";
  const update = () => {
    const activity = activityOf(playground.state);
    const [title, icon] = [titleOf(playground.state), activity && iconOf(activity)];
    if (written === title + icon) return;
    written = title + icon;
    tab.write(title, icon);
  };
  const throttle = createThrottle(update, interval);
  update();
  return playground.store.subscribe(() => throttle.request());
}

/** The tab of a document, whose icon is its own as long as there is no other. */
export function tabOf(document: Document): Tab {
  const link = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  const own = link?.href ?? "";
  return {
    write(title, icon) {
      document.title = title;
      if (link) link.href = icon ?? own;
    },
  };
}
