import { expect } from "vitest";
import { DataError } from "../../src/data/errors";

/** Fails on anything but a `DataError`, whose message is handed back. */
export async function refusal(loading: Promise<unknown>): Promise<string> {
  const error = await loading.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DataError);
  return (error as DataError).message;
}
