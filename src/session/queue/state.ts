import type { Said } from "../../i18n/message";
import type { QueueEntry, RefusedEntry } from "./entry";

/** The experiments that are lined up, and how far the page is with them. */
export interface QueueState {
  /** In their order; the first is under way where the queue is. */
  entries: readonly QueueEntry[];
  /** Those that could not be trained; they wait until somebody says what is to become of them. */
  refused: readonly RefusedEntry[];
  isRunning: boolean;
  /** Since it was started: how many were trained to their end, and how many could not be. */
  trained: number;
  skipped: number;
  /** How many of an earlier visit this version cannot read. */
  unread: number;
  /** How it came to its end, or why it waits; null once it was read, or while it goes on. */
  said: Said | null;
}

export const EMPTY_QUEUE: QueueState = {
  entries: [],
  refused: [],
  isRunning: false,
  trained: 0,
  skipped: 0,
  unread: 0,
  said: null,
};

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
