import type { Said } from "../../i18n/message";
import type { Notice } from "../playgroundState";

/** Something that went wrong, without what it was about: a name of a file, or an address, is nobody's business. */
export interface Fault {
  /** ISO 8601. */
  at: string;
  kind: Notice["kind"];
  /** Id of the message of the cause; null where there is none. */
  cause: string | null;
}

/** Faults that are remembered. */
const MOST = 20;

/** What is said while nothing is wrong. */
const CALM: readonly Notice["kind"][] = [
  "settingsLocked",
  "invalidConfig",
  "waitsForPlay",
  "updateWaiting",
  "updatedElsewhere",
];

/** The latest faults, with one more where a notice is one. */
export function withFault(faults: readonly Fault[], kind: Notice["kind"], detail: Said | null): readonly Fault[] {
  if (CALM.includes(kind)) return faults;
  return [...faults, { at: new Date().toISOString(), kind, cause: detail?.id ?? null }].slice(-MOST);
}
