import type { Said } from "../../i18n/message";

/** What came of records that were brought. */
export interface ImportCount {
  imported: number;
  /** Kept before. */
  known: number;
  /** What was wrong with the others, a text each. */
  left: Said[];
}
