import { spawn } from "node:child_process";

/** What is checked without running the program. `npm run lint`, `npm run test:quick` and `npm test` all run this one list. */
export interface Check {
  name: string;
  command: string;
  args: string[];
}

const RULES = ["--output-type", "err"];

export const CHECKS: readonly Check[] = [
  // What was found is remembered, so that only what a change touches is looked at again.
  { name: "types", command: "tsc", args: ["--incremental", "--tsBuildInfoFile", ".cache/types.tsbuildinfo"] },
  { name: "lint", command: "biome", args: ["check", "."] },
  { name: "import rules", command: "depcruise", args: ["src", "--config", ".dependency-cruiser.cjs", ...RULES] },
  {
    name: "page bundle",
    command: "depcruise",
    args: ["src/main.tsx", "--config", ".dependency-cruiser.page.cjs", ...RULES],
  },
  { name: "unused code", command: "knip", args: [] },
];

/** Runs a check; what it prints is shown only where it fails. */
export async function passes({ name, command, args }: Check): Promise<boolean> {
  const { status, output } = await run(command, args);
  if (status !== 0) console.log(output);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name}`);
  return status === 0;
}

/** Runs all checks, two at a time. Resolves to how many of them passed, and the names of those that did not. */
export async function runChecks(): Promise<{ passed: number; failures: string[] }> {
  const waiting = [...CHECKS];
  const failures: string[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      if (!(await passes(check))) failures.push(check.name);
  };
  await Promise.all([lane(), lane()]);
  return { passed: CHECKS.length - failures.length, failures };
}

function run(command: string, args: string[]): Promise<{ status: number | null; output: string }> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" });
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  child.stderr.on("data", (part: Buffer) => parts.push(part));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output: Buffer.concat(parts).toString() }));
  });
}
