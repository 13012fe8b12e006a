import { spawnSync } from "node:child_process";

/**
 * `npm run audit`: whether a known weakness is in what ships. Where the registry cannot be asked, which needs a network, nothing is known,
 * and that is said.
 */
const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
  encoding: "utf8",
  shell: process.platform === "win32",
});
const counts = countsOf(stdout);
if (!counts) console.log("The audit is skipped: the registry does not answer.");
else if (counts.total > 0) {
  console.error(`${counts.total} known weaknesses in what ships: see npm audit --omit=dev.`);
  process.exitCode = 1;
} else console.log("No known weakness is in what ships.");

/** Null where there is no report. */
function countsOf(text: string): { total: number } | null {
  try {
    return JSON.parse(text).metadata?.vulnerabilities ?? null;
  } catch {
    return null;
  }
}
