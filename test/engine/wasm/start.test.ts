import { expect, test } from "vitest";
import { takesThreads } from "../../../src/engine/wasm/start";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0";
const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

test("Firefox, where the start of threads can block for good, gets none", () => {
  expect(takesThreads({ userAgent: FIREFOX, hardwareConcurrency: 8 })).toBe(false);
  expect(takesThreads({ userAgent: CHROME, hardwareConcurrency: 8 })).toBe(true);
});

test("a machine of one core gets none", () => {
  expect(takesThreads({ userAgent: CHROME, hardwareConcurrency: 1 })).toBe(false);
  expect(takesThreads({ userAgent: CHROME, hardwareConcurrency: 2 })).toBe(true);
});
