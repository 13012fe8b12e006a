import type { Switched } from "../../../session/actions/action";
import type { Playground } from "../../../session/playground";
import { activityOf } from "../tab/activity";
import { endingOptions, setEndingOption } from "./options";

/** What keeps a screen from going dark until it is released, by us or by the browser. */
export interface Lock {
  readonly released: boolean;
  release(): Promise<void>;
}

/** What of the browser is needed. */
export interface Screen {
  isHidden(): boolean;
  /** Rejects where the browser refuses, as with little power left. */
  request(): Promise<Lock>;
}

/** Keeps the screen awake while something trains, the page can be seen and this browser was told to. */
export class ScreenKeeper {
  private readonly playground: Pick<Playground, "store">;
  private readonly screen: Screen;
  private lock: Lock | null = null;
  private isBusy = false;
  /** Until the lock is not wanted any more: the page changes many times a second, and the answer would be the same. */
  private isRefused = false;

  constructor(playground: Pick<Playground, "store">, screen: Screen) {
    this.playground = playground;
    this.screen = screen;
  }

  /** Asks for the lock, or gives it back, as things are now; while it does so, later calls are answered by its next look. */
  async update(): Promise<void> {
    if (!this.isWanted) this.isRefused = false;
    if (this.isBusy || this.isRefused) return;
    this.isBusy = true;
    try {
      while (this.isWanted !== this.isHeld) await this.change();
    } catch (error) {
      this.isRefused = true;
      console.info("The screen cannot be kept awake now.", error);
    } finally {
      this.isBusy = false;
    }
  }

  private async change(): Promise<void> {
    if (this.isWanted) this.lock = await this.screen.request();
    else {
      await this.lock?.release();
      this.lock = null;
    }
  }

  private get isHeld(): boolean {
    return this.lock !== null && !this.lock.released;
  }

  private get isWanted(): boolean {
    const isTraining = activityOf(this.playground.store.getState())?.phase === "running";
    return endingOptions.getState().awake && isTraining && !this.screen.isHidden();
  }
}

export const ofBrowser: Screen = {
  isHidden: () => document.hidden,
  request: () => navigator.wakeLock.request("screen"),
};

/** On, if the browser has such a lock and gives it now, or off. */
export async function toggleAwake(): Promise<Switched> {
  if (!("wakeLock" in navigator)) return "unsupported";
  const on = !endingOptions.getState().awake;
  if (on && !(await isGiven())) return "refused";
  setEndingOption("awake", on);
  return on ? "on" : "off";
}

async function isGiven(): Promise<boolean> {
  try {
    await (await ofBrowser.request()).release();
    return true;
  } catch {
    return false;
  }
}
