import { afterEach, expect, it, vi } from "vitest";

/** The page's policy forbids text that becomes code. */
class Forbidden {
  constructor() {
    throw new EvalError("Refused to evaluate a string as JavaScript.");
  }
}

afterEach(() => vi.unstubAllGlobals());

it("schemas are made and used without `new Function`", async () => {
  const attempts = vi.fn(Forbidden);
  vi.stubGlobal("Function", attempts);
  const { parseConfig } = await import("../../src/config/parse");
  const { recordSchema } = await import("../../src/record/record");
  expect(parseConfig({ batchSize: 16 }).ok).toBe(true);
  expect(parseConfig({ batchSise: 16 }).ok).toBe(false);
  expect(recordSchema.safeParse({}).success).toBe(false);
  expect(attempts).not.toHaveBeenCalled();
});
