import { equal } from "../../config/paths";
import { changedLeaves } from "../../config/url/fields";
import { problem } from "../../i18n/errors";
import { documentOf, measuredSettings, type SweepDocument, type SweepSource } from "./document";
import { texts } from "./errors";
import { type Cell, cellsOf, placeOf } from "./grid";
import { learnerOf, missingOf } from "./resume";
import type { SweepRow } from "./schema";
import { WHOLE } from "./shards";

/** Parts of one sweep as one document. */

/** A document, and the file that it is from. */
export interface NamedDocument {
  name: string;
  document: SweepDocument;
}

export interface Merged {
  document: SweepDocument;
  /** Cells of which something is in none of the parts. */
  missing: Cell[];
}

/** How long a step took, and beside which cells: no part of what was measured. */
const OF_THE_CLOCK: readonly (keyof SweepRow)[] = ["msPerStep", "together", "packingGain"];

/**
 * Every learner that is in one of the parts, once, in the order of the grid.
 *
 * @param parts of which there is one at least
 * @throws PlaygroundError where they are of different sweeps, or have different numbers of one learner
 */
export function mergeParts(parts: readonly NamedDocument[]): Merged {
  const [first] = parts as [NamedDocument];
  for (const other of parts) assertSameSweep(first, other);
  const { config } = first.document;
  const rows = rowsOf(parts);
  const sources = parts.flatMap(({ document }) => document.sources);
  return {
    document: documentOf(config, WHOLE, rows, distinct(sources)),
    missing: missingOf(cellsOf(config), rows),
  };
}

/** @throws PlaygroundError that names the first setting in which they differ */
export function assertSameSweep(first: NamedDocument, other: NamedDocument): void {
  const [settings, others] = [first, other].map(({ document }) => measuredSettings(document.config));
  const [change] = changedLeaves(settings, others);
  if (!change) return;
  const [path, value] = change;
  const before = changedLeaves(others, settings).find(([same]) => same === path)?.[1];
  throw problem(texts.otherSweep, {
    name: other.name,
    other: first.name,
    path,
    value: written(value),
    before: written(before),
  });
}

function written(value: unknown): string {
  return JSON.stringify(value) ?? "-";
}

function rowsOf(parts: readonly NamedDocument[]): SweepRow[] {
  const known = new Map<string, { row: SweepRow; name: string }>();
  const kinds = new Map<string, { row: SweepRow; name: string }>();
  for (const { name, document } of parts)
    for (const row of document.rows) {
      const key = `${placeOf(row)} ${learnerOf(row)}`;
      const same = known.get(key);
      // A cell is an experiment, or it is none: two machines may not agree on what fits into them.
      const kind = kinds.get(placeOf(row));
      if (same && !equal(timeless(same.row), timeless(row))) throw doubled(row, same.name, name);
      if (kind && (kind.row.problem === null) !== (row.problem === null)) throw doubled(row, kind.name, name);
      known.set(key, same ?? { row, name });
      kinds.set(placeOf(row), kind ?? { row, name });
    }
  return [...known.values()].map(({ row }) => row);
}

function doubled({ x, y, arm, seed }: SweepRow, one: string, other: string): Error {
  const learner = { arm: arm ?? "-", seed: seed ?? "-" };
  return problem(texts.doubled, { one, other, x: String(x), y: String(y), ...learner });
}

/** What of a row has to be the same wherever it is measured. */
export function timeless(row: SweepRow): Partial<SweepRow> {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !OF_THE_CLOCK.includes(field as keyof SweepRow)));
}

/** A file that is given twice was measured once. */
function distinct(sources: readonly SweepSource[]): SweepSource[] {
  return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}
