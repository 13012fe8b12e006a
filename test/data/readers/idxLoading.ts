import { expect } from "vitest";
import { assemble } from "../../../src/data/assembly/assemble";
import { DataError } from "../../../src/data/errors";
import { readIdx } from "../../../src/data/readers/idx";
import type { Dataset } from "../../../src/data/types";

/** The data set of some picked files. */
export async function load(files: File[], samples = 60_000, seed = 1): Promise<Dataset> {
  return assemble(await readIdx(files, {}, {}), { id: "files", title: "", samples }, seed);
}

/** Fails on anything but a `DataError`, whose message is handed back. */
export async function refusal(files: File[]): Promise<string> {
  const error = await load(files).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DataError);
  return (error as DataError).message;
}
