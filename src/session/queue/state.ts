import type { Said } from "../../i18n/message";
import type { KeptQueue, QueueEntry } from "./entry";

/** The experiments that are lined up, and how far the page is with them. */
export interface QueueState extends KeptQueue {
  /** This page trains it: then the first entry is under way. */
  isRunning: boolean;
  /** Another tab does. */
  isElsewhere: boolean;
  /** False where the browser refuses to keep it: it is gone with the page. */
  isKept: boolean;
  /** False where nothing keeps two tabs from training it at once. */
  isGuarded: boolean;
  /** Since it was started: how many were trained to their end, and how many could not be. */
  trained: number;
  skipped: number;
  /** How it came to its end, or why it waits; null once it was read, or while it goes on. */
  said: Said | null;
}

export const EMPTY_QUEUE: QueueState = {
  entries: [],
  refused: [],
  unread: [],
  isRunning: false,
  isElsewhere: false,
  isKept: true,
  isGuarded: true,
  trained: 0,
  skipped: 0,
  said: null,
};

/** Whether the first entry is under way, on this page or another: nothing comes before it. */
export function isUnderWay({ isRunning, isElsewhere }: Pick<QueueState, "isRunning" | "isElsewhere">): boolean {
  return isRunning || isElsewhere;
}

/** Which one is under way, of how many in all: `2 of 5`. */
export function placeIn({ entries, trained, skipped }: QueueState): { place: number; of: number } {
  const passed = trained + skipped;
  return { place: passed + 1, of: passed + entries.length };
}

/** The entries with one of them moved by so many places, as far as there are any. */
export function moved(entries: readonly QueueEntry[], id: string, by: number): QueueEntry[] {
  const from = entries.findIndex((entry) => entry.id === id);
  const entry = entries[from];
  if (!entry) return [...entries];
  const to = Math.min(Math.max(from + by, 0), entries.length - 1);
  return entries.toSpliced(from, 1).toSpliced(to, 0, entry);
}
