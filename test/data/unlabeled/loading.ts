import { expect } from "vitest";
import type { Interpretation } from "../../../src/data/interpretation/schema";
import { readBrought } from "../../../src/data/readers/readBrought";
import type { Tally } from "../../../src/data/report/report";
import type { Dataset } from "../../../src/data/types";
import { english } from "../../../src/i18n/translate";
import { decodePng } from "../readers/pngFiles";

/** Loads files by their paths, and expects a report whose numbers add up to what trains, measures and is held out. */
export async function load(
  files: Record<string, string | Uint8Array>,
  interpretation: Interpretation = {},
  samples = 1000,
): Promise<Dataset> {
  const picked = Object.entries(files).map(([path, content]) => {
    const name = path.split("/").at(-1)!;
    return { path, file: new File([content as BlobPart], name) };
  });
  const dataset = await readBrought(picked, { id: "files", name: "", samples, interpretation }, 1, {
    decodeImage: decodePng,
  });
  const { report, train, bank, test } = dataset;
  const sumOf = ({ taken, left }: Tally) => left.reduce((sum, { count }) => sum + count, taken);
  for (const tally of [...report!.sources, report!.samples]) expect(sumOf(tally)).toBe(tally.found);
  expect(report!.samples.taken).toBe(train.count + (bank?.count ?? 0) + test.count);
  expect(report!.bank !== undefined).toBe(bank !== undefined);
  if (bank) expect([train.labels, bank.labels?.length]).toEqual([null, bank.count]);
  return dataset;
}

/** Samples that train, measure and are held out. */
export function countsOf({ train, bank, test }: Dataset): [train: number, bank: number | null, test: number] {
  return [train.count, bank?.count ?? null, test.count];
}

export function saidOf({ report }: Dataset) {
  return {
    bank: report?.bank && english(report.bank),
    left: report!.samples.left.map(({ count, why }) => `${count} ${english(why)}`),
    notes: report!.notes.map(english),
  };
}

/** The way to have samples without labels train, as the report says it. */
export const WAY = /Samples without labels can train.*dataset\.interpretation\.unlabeled = train/;
