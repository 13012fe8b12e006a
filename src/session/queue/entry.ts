import { parseConfig } from "../../config/parse";
import { findPreset } from "../../config/presets";
import type { ExperimentConfig } from "../../config/schema";
import { z } from "../../data/zod";
import { verbatim } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { english } from "../../i18n/translate";

/** The door of the queue: what this browser has lined up, which may be of another version, or anything. */

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
  /** Why it was left out; null while it waits. */
  refused: z.string().nullable().default(null),
});

/** The queue as it is kept. */
export interface KeptQueue {
  entries: readonly QueueEntry[];
  refused: readonly RefusedEntry[];
  /** What this version cannot read; kept as it is until somebody says otherwise. */
  unread: readonly unknown[];
}

/** @returns what is kept; nothing where there is no queue at all */
export function readQueue(text: string | null): KeptQueue {
  const [entries, refused, unread]: [QueueEntry[], RefusedEntry[], unknown[]] = [[], [], []];
  const ids = new Set<string>();
  for (const content of parsed(text)) {
    const found = readEntry(content);
    if (!found || ids.has(found.entry.id)) unread.push(content);
    else if (found.refused === null) entries.push(found.entry);
    else refused.push({ entry: found.entry, reason: verbatim(found.refused) });
    if (found) ids.add(found.entry.id);
  }
  return { entries, refused, unread };
}

/** Why one was refused is kept in English, as every reason in a record. */
export function writtenQueue({ entries, refused, unread }: KeptQueue): string | null {
  const reasoned = refused.map(({ entry, reason }) => ({ ...entry, refused: english(reason) }));
  const all = [...entries, ...reasoned, ...unread];
  return all.length === 0 ? null : JSON.stringify(all);
}

function readEntry(content: unknown): { entry: QueueEntry; refused: string | null } | null {
  const { data } = entrySchema.safeParse(content);
  const result = parseConfig(data?.config);
  if (!data || !result.ok) return null;
  const { refused, ...known } = data;
  const presetId = findPreset(data.presetId) ? data.presetId : null;
  return { entry: { ...known, config: result.config, presetId }, refused };
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
