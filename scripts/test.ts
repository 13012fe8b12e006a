import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks } from "./checks";
import { ensureChromium } from "./ensureChromium";
import { type Outcome, readOutcome } from "./testReport";

/**
 * `npm test`: types, lint, import rules, then unit tests, numerics, the texts of the gallery and end-to-end tests. At the end, what
 * failed, and one line of totals.
 */

/** Runs of Vitest by their projects, the longest first: two at a time, since a browser waits a good deal. */
const RUNS = [["e2e"], ["unit", "isolated"], ["numerics-node"], ["gallery"], ["numerics-browser"]];

/** Runs Vitest on some projects. */
async function runTests(projects: string[], folder: string): Promise<Outcome> {
  const name = projects.join(", ");
  const report = join(folder, `${name}.json`);
  const began = performance.now();
  const args = ["run", ...projects.flatMap((project) => ["--project", project])];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const run = spawn("vitest", [...args, ...reporters], { stdio: "inherit" });
  const status = await new Promise<number | null>((resolve) => run.on("close", resolve));
  console.log(`${name}: ${Math.round((performance.now() - began) / 1000)} s`);
  return readOutcome(report, name, status);
}

/** Runs all, two at a time: whichever lane is free takes the next. */
async function runAll(folder: string): Promise<Outcome[]> {
  const waiting = [...RUNS];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let run = waiting.shift(); run; run = waiting.shift()) outcomes.push(await runTests(run, folder));
  };
  await Promise.all([lane(), lane()]);
  return outcomes;
}

console.log(`Chromium: ${ensureChromium()}`);
const folder = mkdtempSync(join(tmpdir(), "flatnce-test-"));
const checks = await runChecks();
const checked = { ...checks, failures: checks.failures.map((name) => `check | ${name}`), skipped: 0 };
const outcomes: Outcome[] = [checked, ...(await runAll(folder))];
rmSync(folder, { recursive: true });
const sum = (key: "passed" | "skipped") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
const failures = outcomes.flatMap((outcome) => outcome.failures);
const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join("\n")}`);
console.log(`\n${sum("passed")} passed, ${failures.length} failed${skipped}`);
process.exit(failures.length > 0 ? 1 : 0);
