import { readFileSync } from "node:fs";
import { relative } from "node:path";

/** How tests came out: from the report that Vitest leaves as JSON. */

export interface Outcome {
  passed: number;
  skipped: number;
  /** Each as its place, its name and the first line of what it says. */
  failures: string[];
}

interface FileReport {
  name: string;
  status: string;
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
}

interface Report {
  numPassedTests: number;
  numPendingTests: number;
  testResults: FileReport[];
}

/** What Vitest's reports say of a test that did not end. */
const NEVER_ENDED = "STACK_TRACE_ERROR";

/**
 * What a report says of the run that left it. A run that left none, or failed with no failed test, is one failure.
 * @param run what the run is called
 * @param status with which it ended
 */
export function readOutcome(path: string, run: string, status: number | null): Outcome {
  const { numPassedTests, numPendingTests, testResults } = read(path);
  const failures = testResults.flatMap(failuresIn).map((failure) => `${run} | ${failure}`);
  if (status !== 0 && failures.length === 0) failures.push(`${run} | ended with status ${status}, and names no test`);
  return { passed: numPassedTests, skipped: numPendingTests, failures };
}

function read(path: string): Report {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    console.error(`The test run left no report: ${error instanceof Error ? error.message : error}`);
    return { numPassedTests: 0, numPendingTests: 0, testResults: [] };
  }
}

/** The failed tests of a file, or the file itself where it failed without one, as when it cannot be loaded. */
function failuresIn({ name, status, message, assertionResults }: FileReport): string[] {
  const place = relative(process.cwd(), name);
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0 && status === "failed") return [`${place} | ${firstLine(message)}`];
  return failed.map(({ fullName, failureMessages: [said = ""] }) => `${place} | ${fullName} | ${firstLine(said)}`);
}

function firstLine(message: string): string {
  return message.includes(NEVER_ENDED) ? "did not end in time" : (message.split("\n", 1)[0] as string);
}
