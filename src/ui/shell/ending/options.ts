import { createStore } from "zustand/vanilla";

/** What this browser was told to do about runs that go on while nobody looks; both are off unless they were asked for. */
export interface EndingOptions {
  /** Say that a run is over while the page is hidden. */
  notify: boolean;
  /** Let the screen not go dark while something trains. */
  awake: boolean;
}

const KEYS = { notify: "flatnce-notify", awake: "flatnce-awake" } as const;

export const endingOptions = createStore<EndingOptions>(() => ({ notify: isKept("notify"), awake: isKept("awake") }));

export function setEndingOption(id: keyof EndingOptions, on: boolean): void {
  endingOptions.setState({ [id]: on });
  try {
    if (on) localStorage.setItem(KEYS[id], "on");
    else localStorage.removeItem(KEYS[id]);
  } catch (error) {
    console.info("What is to happen around the end of a run cannot be kept in this browser.", error);
  }
}

function isKept(id: keyof EndingOptions): boolean {
  try {
    return localStorage.getItem(KEYS[id]) !== null;
  } catch {
    return false;
  }
}
