import { saidOfErrors } from "../config/configError";
import type { ConfigError } from "../config/schema";
import type { Said } from "../i18n/message";
import { texts as trainingTexts } from "../training/errors";
import { texts } from "../worker/errors";
import { withFault } from "./health/fault";
import { saidOfLocked } from "./locks/locks";
import type { Notice, PlaygroundStore } from "./playgroundState";

/** What kind of notice it is that no run could be prepared: the worker's file may not have come. */
export function startFailure({ id }: Said): Notice["kind"] {
  if (id === trainingTexts.largeUnasked.id) return "waitsForPlay";
  return id === texts.notLoaded.id ? "workerMissing" : "startFailed";
}

/** What kind of notice it is that a run broke: one whose worker is gone for good is gone on with after a reload. */
export function runFailure({ id }: Said): Notice["kind"] {
  if (id === texts.notLoaded.id) return "workerMissing";
  return id === texts.gaveUp.id ? "workerCrashed" : "runFailed";
}

/** What a notice says is wrong. */
export function saidOfNotice({ detail, errors }: Notice): Said {
  return detail ?? saidOfErrors(errors);
}

/** What holds for the next run too. */
const OF_THE_PAGE: readonly Notice["kind"][] = [
  "invalidAddress",
  "settingsLocked",
  "updateWaiting",
  "updatedElsewhere",
];

/** What the user should know, until it is dismissed: at most one notice of a kind, the newest. */
export class Notices {
  private readonly store: PlaygroundStore;
  private next = 1;

  constructor(store: PlaygroundStore) {
    this.store = store;
  }

  add(kind: Notice["kind"], detail: Said | null, errors: ConfigError[] = []): void {
    const notice = { id: this.next++, kind, detail, errors };
    this.replace((notices) => [...notices.filter((other) => other.kind !== kind), notice]);
    this.store.setState({ faults: withFault(this.store.getState().faults, kind, detail) });
  }

  dismiss(id: number): void {
    this.replace((notices) => notices.filter((notice) => notice.id !== id));
  }

  /** What was said holds no longer. */
  clear(kind: Notice["kind"]): void {
    this.replace((notices) => notices.filter((notice) => notice.kind !== kind));
  }

  /** A new run leaves behind what was said of the one before, but not what the address lacked, or what is locked. */
  clearOfRun(): void {
    this.replace((notices) => notices.filter(({ kind }) => OF_THE_PAGE.includes(kind)));
  }

  /** Which locked settings the last change has left as they were; what was said of those before it is over. */
  sayLocked(paths: readonly string[]): void {
    if (paths.length > 0) this.add("settingsLocked", saidOfLocked(paths));
    else if (this.store.getState().notices.some(({ kind }) => kind === "settingsLocked")) this.clear("settingsLocked");
  }

  private replace(change: (notices: Notice[]) => Notice[]): void {
    this.store.setState({ notices: change(this.store.getState().notices) });
  }
}
