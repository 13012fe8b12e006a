import { describeConfigDiff } from "../config/diff";
import type { Settings } from "./draft";
import type { PlaygroundState, PlaygroundStore } from "./playgroundState";

/** So many changes can be taken back. */
const LIMIT = 100;
/** Changes of one field that follow each other within this time are one, such as a slider's on its way; in milliseconds. */
const PAUSE = 1000;

interface SettingsHistoryOptions {
  store: PlaygroundStore;
  /** A clock in milliseconds, from any beginning. */
  now(): number;
  /** Puts settings in the place of those that are there. */
  restore(settings: Settings): void;
  /** A change was taken back, or made again: what it brought follows. */
  moved(): void;
}

/** From the settings that were there to those that are. */
export interface SettingsMove {
  from: Settings;
  to: Settings;
}

/** The settings of a state. */
export function settingsOf({ draft, draftErrors, presetId, files }: PlaygroundState): Settings {
  return { draft, draftErrors, presetId, files };
}

/**
 * Every change of the settings, whoever made it, can be taken back and made again: it watches the state rather than those who
 * change it. Begins with the settings of the first address.
 */
export class SettingsHistory {
  private readonly options: SettingsHistoryOptions;
  private past: Settings[] = [];
  private future: Settings[] = [];
  private present: Settings | null = null;
  /** Which fields the newest step is of, and when it was last added to. */
  private newest: { fields: string; at: number } | null = null;
  private isAlone = false;
  private isMoving = false;

  constructor(options: SettingsHistoryOptions) {
    this.options = options;
  }

  /** What is there now is where everything begins. Once is enough. */
  begin(): void {
    if (this.present) return;
    const { store } = this.options;
    this.present = settingsOf(store.getState());
    store.subscribe((state) => this.watch(settingsOf(state)));
  }

  /** Takes the last change back. @returns what that was; null where there is none */
  undo(): SettingsMove | null {
    return this.move(this.past, this.future);
  }

  /** Makes the change again that was taken back last. @returns what that was; null where there is none */
  redo(): SettingsMove | null {
    return this.move(this.future, this.past);
  }

  /** Settings that were tried and came to nothing give way to those before them; neither was a change. */
  putBack(settings: Settings): void {
    if (this.past.at(-1)?.draft === settings.draft) this.past.pop();
    this.show(settings);
  }

  /** What is changed here is a step of its own, however soon it follows another one. */
  alone(change: () => void): void {
    this.isAlone = true;
    try {
      change();
    } finally {
      this.isAlone = false;
    }
  }

  private move(out: Settings[], into: Settings[]): SettingsMove | null {
    const to = out.pop();
    const from = this.present;
    if (!to || !from) return null;
    into.push(from);
    this.show(to);
    this.options.moved();
    return { from, to: this.present ?? to };
  }

  private show(settings: Settings): void {
    this.newest = null;
    // What is locked stays: the settings that come of it are where the next change begins, and no change themselves.
    this.isMoving = true;
    this.options.restore(settings);
    this.isMoving = false;
    this.present = settingsOf(this.options.store.getState());
    this.count();
  }

  private watch(after: Settings): void {
    if (this.isMoving) return;
    const before = this.present;
    this.present = after;
    if (before && before.draft !== after.draft) this.add(before, after);
    else if (before && before.presetId !== after.presetId) this.add(before, after);
    // Files alone are those that the newest step has named: they came later.
  }

  private add(before: Settings, after: Settings): void {
    const fields = fieldsThatDiffer(before, after);
    if (fields === "") return;
    const at = this.options.now();
    const goesOn = !this.isAlone && this.newest?.fields === fields && at - this.newest.at < PAUSE;
    if (!goesOn) this.past.push(before);
    if (this.past.length > LIMIT) this.past.shift();
    this.future = [];
    this.newest = this.isAlone ? null : { fields, at };
    this.dropNothing(after);
    this.count();
  }

  /** A slider that was moved and moved back has changed nothing. */
  private dropNothing(after: Settings): void {
    const first = this.past.at(-1);
    if (!first || fieldsThatDiffer(first, after) !== "") return;
    this.past.pop();
    this.newest = null;
  }

  private count(): void {
    const settingsSteps = { past: this.past.length, future: this.future.length };
    this.options.store.setState({ settingsSteps });
  }
}

/** The paths of the fields that differ, as one text; empty where none does. */
function fieldsThatDiffer(one: Settings, other: Settings): string {
  const paths = describeConfigDiff(one.draft, other.draft).map(({ path }) => path);
  return [...paths, ...(one.presetId === other.presetId ? [] : ["preset"])].join(" ");
}
