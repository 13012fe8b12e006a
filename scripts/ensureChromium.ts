import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./chromium";

const isRoot = process.getuid?.() === 0;

/**
 * Finds a Chromium for the browser tests, or installs one: the distribution's package where the user may install it,
 * else Playwright's download.
 *
 * @returns its path
 * @throws Error naming both ways when neither worked
 */
export function ensureChromium(): string {
  const path = findChromium() ?? (installPackage() ? findChromium() : null) ?? (download() ? findChromium() : null);
  if (path) return path;
  throw new Error(
    "No Chromium was found, and none could be installed. Install one (on Debian: apt-get install chromium) or name it in the variable CHROMIUM.",
  );
}

function installPackage(): boolean {
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return false;
  console.log("Installing the distribution's Chromium ...");
  return (
    run("apt-get", ["update", "-qq"]) && run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"])
  );
}

function download(): boolean {
  console.log("Downloading Playwright's Chromium ...");
  return run("npx", ["playwright", "install", ...(isRoot ? ["--with-deps"] : []), "chromium"]);
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
}
