import { spawnSync } from "node:child_process";
import { runChecks } from "./checks";

/**
 * `npm run test:quick`: the checks, every unit test, and the numerics of what a change touches (all that differs from the
 * last commit, or from the revision given as an argument).
 */

const [since] = process.argv.slice(2);
const changed = since ? `--changed=${since}` : "--changed";

function vitest(...args: string[]): boolean {
  return spawnSync("vitest", ["run", ...args, "--passWithNoTests"], { stdio: "inherit" }).status === 0;
}

const { failed } = await runChecks();
const ran = [vitest("--project", "unit"), vitest("--project", "numerics-node", "--project", "isolated", changed)];
process.exit(failed > 0 || ran.includes(false) ? 1 : 0);
