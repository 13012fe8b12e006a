/** Installs the dependencies when they are missing or older than the lock file. Plain Node: it runs before anything is there. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const STAMP = "node_modules/.installed";
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");

// Not `npm ci`: it refuses a lock file made where the registry lacked packages of other platforms.
if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== lock) {
  console.log("Installing dependencies ...");
  const npm = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  writeFileSync(STAMP, lock);
}
