import { spawn } from "node:child_process";
import { runChecks } from "./checks";

/**
 * `npm run test:quick`: the checks beside every unit test, then the numerics of what a change touches (all that differs from
 * the last commit, or from the revision given as an argument).
 */

const [since] = process.argv.slice(2);
const changed = since ? `--changed=${since}` : "--changed";

/** Resolves to whether all tests passed. */
function vitest(...args: string[]): Promise<boolean> {
  const run = spawn("vitest", ["run", ...args, "--passWithNoTests"], { stdio: "inherit" });
  return new Promise((resolve) => run.on("close", (status) => resolve(status === 0)));
}

const [{ failures }, unit] = await Promise.all([runChecks(), vitest("--project", "unit")]);
const touched = await vitest("--project", "numerics-node", "--project", "isolated", changed);
process.exit(failures.length > 0 || !unit || !touched ? 1 : 0);
