import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks } from "./checks";
import { ensureChromium } from "./ensureChromium";

/** `npm test`: types, lint, import rules, then unit tests, numerics, the texts of the gallery and end-to-end tests; one line of totals at the end. */

/** Runs of Vitest: the lanes beside each other, since a browser waits a good deal, and the runs of a lane one after the other. */
const LANES = [[["unit", "isolated", "numerics-node"], ["numerics-browser"], ["gallery"]], [["e2e"]]];

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs Vitest on some projects. A run that ends without a report, or fails with no failed test, is one failure. */
async function runTests(projects: string[], folder: string): Promise<Totals> {
  const report = join(folder, `${projects.join("-")}.json`);
  const args = ["run", ...projects.flatMap((project) => ["--project", project])];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const run = spawn("vitest", [...args, ...reporters], { stdio: "inherit" });
  const status = await new Promise<number | null>((resolve) => run.on("close", resolve));
  const { numPassedTests, numFailedTests, numPendingTests } = readReport(report);
  const failed = numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests };
}

async function runLane(runs: string[][], folder: string): Promise<Totals[]> {
  const totals = [];
  for (const projects of runs) totals.push(await runTests(projects, folder));
  return totals;
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
const checks = await runChecks();
const totals: Totals[] = [
  { ...checks, skipped: 0 },
  ...(await Promise.all(LANES.map((lane) => runLane(lane, folder)))).flat(),
];
rmSync(folder, { recursive: true });
const sum = (key: keyof Totals) => totals.reduce((total, part) => total + part[key], 0);
console.log(
  `\n${sum("passed")} passed, ${sum("failed")} failed${sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : ""}`,
);
process.exit(sum("failed") > 0 ? 1 : 0);
