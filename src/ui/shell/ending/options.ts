import { createStore } from "zustand/vanilla";
import { keptText } from "../../../storage/keptText";

/** What this browser was told to do about runs that go on while nobody looks; both are off unless they were asked for. */
export interface EndingOptions {
  /** Say that a run is over while the page is hidden. */
  notify: boolean;
  /** Let the screen not go dark while something trains. */
  awake: boolean;
}

const COMPLAINT = "What is to happen around the end of a run cannot be kept in this browser.";
const KEPT = {
  notify: keptText(() => localStorage, "flatnce-notify", COMPLAINT),
  awake: keptText(() => localStorage, "flatnce-awake", COMPLAINT),
};

export const endingOptions = createStore<EndingOptions>(() => ({ notify: isKept("notify"), awake: isKept("awake") }));

export function setEndingOption(id: keyof EndingOptions, on: boolean): void {
  endingOptions.setState({ [id]: on });
  KEPT[id].write(on ? "on" : null);
}

function isKept(id: keyof EndingOptions): boolean {
  return KEPT[id].read() !== null;
}
