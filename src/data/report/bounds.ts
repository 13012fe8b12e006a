import { type Said, say, type TextValue } from "../../i18n/message";
import type { DataReport, LeftOut, Tally } from "./report";
import { texts } from "./texts";

/** How long a report may be: it stands beside the data, and in the record of every run on them. */

/** What is written. Readers allow more (schema.ts), so that a later version may write more. */
const MOST = { lines: 40, value: 300 };

/** Names that are kept of what was left out for one reason, and reasons that are told apart. */
export const MOST_NAMES = 5;
export const MOST_REASONS = MOST.lines;

/** The report with its longest texts cut short, and without the last of too many lines, which are counted. */
export function bounded({ sources, samples, labels, bank, split, notes, suspicions }: DataReport): DataReport {
  const more = notes.length - MOST.lines;
  return {
    sources: sources.map(boundedTally),
    samples: boundedTally(samples),
    labels: boundedSaid(labels),
    ...(bank && { bank: boundedSaid(bank) }),
    split: boundedSaid(split),
    notes: [
      ...notes.slice(0, MOST.lines).map(boundedSaid),
      ...(more > 0 ? [say(texts.moreNotes, { count: more })] : []),
    ],
    suspicions: suspicions.slice(0, MOST.lines).map(({ kind, said }) => ({ kind, said: boundedSaid(said) })),
  };
}

function boundedTally(tally: Tally): Tally {
  return { ...tally, left: tally.left.map(boundedReason) };
}

function boundedReason({ count, why, names }: LeftOut): LeftOut {
  return { count, why: boundedSaid(why), names: names.map(cut) };
}

function boundedSaid({ id, text, args }: Said): Said {
  if (!args) return { id, text };
  const entries = Object.entries(args).map(([name, value]) => [name, boundedValue(value)]);
  return { id, text, args: Object.fromEntries(entries) };
}

function boundedValue(value: TextValue): TextValue {
  if (typeof value === "object") return boundedSaid(value);
  return typeof value === "string" ? cut(value) : value;
}

/** A name may be as long as a file. */
function cut(text: string): string {
  return text.length > MOST.value ? `${text.slice(0, MOST.value - 1)}\u2026` : text;
}
