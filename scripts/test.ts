import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "./ensureChromium";

/** `npm test`: types, lint, import rules, then unit, numerics and end-to-end tests; one line of totals at the end. */

const CHECKS: [name: string, command: string, args: string[]][] = [
  ["types", "tsc", []],
  ["lint", "biome", ["check", "."]],
  ["import rules", "depcruise", ["src", "--config", ".dependency-cruiser.cjs", "--output-type", "err"]],
  ["page bundle", "depcruise", ["src/main.tsx", "--config", ".dependency-cruiser.page.cjs", "--output-type", "err"]],
  ["unused code", "knip", []],
];

/** One run each: the end-to-end tests want both cores for the browser. */
const TEST_RUNS = [["unit", "numerics-node"], ["numerics-browser"], ["e2e"]];

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

function check([name, command, args]: (typeof CHECKS)[number]): Totals {
  const passed = spawnSync(command, args, { stdio: "inherit" }).status === 0;
  console.log(`${passed ? "ok    " : "FAILED"} ${name}`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** Runs Vitest on some projects. A run that ends without a report, or fails with no failed test, is one failure. */
function runTests(projects: string[], folder: string): Totals {
  const report = join(folder, `${projects.join("-")}.json`);
  const args = ["run", ...projects.flatMap((project) => ["--project", project])];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { status } = spawnSync("vitest", [...args, ...reporters], { stdio: "inherit" });
  const { numPassedTests, numFailedTests, numPendingTests } = readReport(report);
  const failed = numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

function readReport(path: string): { numPassedTests: number; numFailedTests: number; numPendingTests: number } {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    console.error(`The test run left no report: ${error instanceof Error ? error.message : error}`);
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  }
}

console.log(`Chromium: ${ensureChromium()}`);
const folder = mkdtempSync(join(tmpdir(), "flatnce-test-"));
const totals = [...CHECKS.map(check), ...TEST_RUNS.map((projects) => runTests(projects, folder))];
rmSync(folder, { recursive: true });
const sum = (key: keyof Totals) => totals.reduce((total, part) => total + part[key], 0);
console.log(
  `\n${sum("passed")} passed, ${sum("failed")} failed${sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : ""}`,
);
process.exit(sum("failed") > 0 ? 1 : 0);
