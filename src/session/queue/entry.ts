import { parseConfig } from "../../config/parse";
import { findPreset } from "../../config/presets";
import type { ExperimentConfig } from "../../config/schema";
import { z } from "../../data/zod";
import type { Said } from "../../i18n/message";

/** The door of the queue: what a tab had lined up before it was reloaded, which may be of another version, or anything. */

/** An experiment that waits for its turn. */
export interface QueueEntry {
  id: string;
  /** As somebody called it, which its run will be called as well; else empty. */
  name: string;
  config: ExperimentConfig;
  presetId: string | null;
  /** The run that was begun of it, which a reload or another run has cut short. */
  runId: string | null;
}

/** One that could not be trained, and why. */
export interface RefusedEntry {
  entry: QueueEntry;
  reason: Said;
}

const entrySchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  config: z.unknown(),
  presetId: z.string().nullable(),
  runId: z.string().nullable(),
});

/** @returns the entries, and how many this version cannot read; none where there is no queue at all */
export function readQueue(text: string | null): { entries: QueueEntry[]; unread: number } {
  const found = parsed(text);
  const entries = found.flatMap((content) => readEntry(content) ?? []);
  const unlike = entries.filter(({ id }, i) => entries.findIndex((other) => other.id === id) === i);
  return { entries: unlike, unread: found.length - unlike.length };
}

export function writtenQueue(entries: readonly QueueEntry[]): string {
  return JSON.stringify(entries);
}

function readEntry(content: unknown): QueueEntry | null {
  const { data } = entrySchema.safeParse(content);
  const result = parseConfig(data?.config);
  if (!data || !result.ok) return null;
  const presetId = findPreset(data.presetId) ? data.presetId : null;
  return { ...data, config: result.config, presetId };
}

/** What is no list is one that cannot be read. */
function parsed(text: string | null): unknown[] {
  if (!text) return [];
  try {
    const content: unknown = JSON.parse(text);
    return Array.isArray(content) ? content : [content];
  } catch {
    return [text];
  }
}
