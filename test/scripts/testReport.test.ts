import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readOutcome } from "../../scripts/testReport";

/** A report on disk, as Vitest leaves it. */
function reportOf(report: string): string {
  const folder = mkdtempSync(join(tmpdir(), "flatnce-report-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "report.json");
  writeFileSync(path, report);
  return path;
}

const place = (name: string) => join(process.cwd(), "here", name);
const passed = { status: "passed", fullName: "a b", failureMessages: [] };
const failed = (said: string) => ({ status: "failed", fullName: "a c", failureMessages: [said] });
const report = (...testResults: object[]) =>
  reportOf(JSON.stringify({ numPassedTests: 1, numPendingTests: 2, testResults }));

test("names each test that failed, with the first line of what it says", () => {
  const assertionResults = [passed, failed("expected 1\n  at x"), failed("Error: STACK_TRACE_ERROR\n  at y")];
  const path = report({ name: place("one.test.ts"), status: "failed", message: "", assertionResults });
  expect(readOutcome(path, "unit", 1)).toEqual({
    passed: 1,
    skipped: 2,
    failures: ["unit | here/one.test.ts | a c | expected 1", "unit | here/one.test.ts | a c | did not end in time"],
  });
});

test("has a failure for a file that could not be loaded, a run that names none, and one that left no report", () => {
  const unloaded = {
    name: place("one.test.ts"),
    status: "failed",
    message: "no such module\nat",
    assertionResults: [],
  };
  expect(readOutcome(report(unloaded), "e2e", 1).failures).toEqual(["e2e | here/one.test.ts | no such module"]);
  const none = ["e2e | ended with status 1, and names no test"];
  expect(readOutcome(report(), "e2e", 1).failures).toEqual(none);
  expect(readOutcome(reportOf(""), "e2e", 1).failures).toEqual(none);
  expect(readOutcome(report(), "e2e", 0).failures).toEqual([]);
});
