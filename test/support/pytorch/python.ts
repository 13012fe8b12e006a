import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A Python that has PyTorch: a distribution's packages are seen by its own interpreter alone. */

const INTERPRETERS = [process.env.PYTHON, "python3", "/usr/bin/python3"];

/** Null where there is none. */
export const PYTHON = INTERPRETERS.find(
  (interpreter) => interpreter && spawnSync(interpreter, ["-c", "import torch"]).status === 0,
);

if (!PYTHON) console.warn("No Python here imports torch: what is exported to PyTorch is not run.");

export const SUPPORT = fileURLToPath(new URL(".", import.meta.url));

const ENVIRONMENT = { ...process.env, PYTHONPATH: SUPPORT, OMP_NUM_THREADS: "1", PYTHONDONTWRITEBYTECODE: "1" };

/** Beyond which a program will not end any more. */
const MOST_MS = 600_000;

/**
 * What a Python program prints.
 * @param environment variables besides those of every run
 * @throws Error with what it says where it fails
 */
export function runPython(args: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  const env = { ...ENVIRONMENT, ...environment };
  const options = { env, encoding: "utf8", maxBuffer: 2 ** 28, timeout: MOST_MS } as const;
  const { status, stdout, stderr } = spawnSync(PYTHON as string, args, options);
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/**
 * Has torchrun start a program in so many processes. What it prints goes to files: under Python 3.11 the torchrun of PyTorch 1.13 finds
 * no other way (its default, no redirection, is a flag of 0, which an enumeration does not list any more).
 * @throws Error with what it says where it fails
 */
export function torchrun(count: number, args: readonly string[]): void {
  const logs = mkdtempSync(join(tmpdir(), "torchrun-"));
  const places = ["-r", "1", "-t", "2", "--log_dir", logs, "--master_port", String(freePort(count))];
  runPython(["-m", "torch.distributed.run", ...places, `--nproc_per_node=${count}`, ...args]);
}

/** One that other test processes do not take. */
function freePort(count: number): number {
  return 20_000 + (process.pid % 20_000) + count;
}

/**
 * Runs a program in so many processes that know of each other by the variables that torchrun sets, without what torchrun takes to start.
 * @throws Error with what one of them says where it fails
 */
export async function runProcesses(count: number, args: readonly string[]): Promise<void> {
  const port = String(freePort(count));
  const shared = { WORLD_SIZE: String(count), MASTER_ADDR: "127.0.0.1", MASTER_PORT: port };
  const runs = Array.from({ length: count }, async (_, rank) => {
    const child = spawn(PYTHON as string, args, { env: { ...ENVIRONMENT, ...shared, RANK: String(rank) } });
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
    });
    child.stdout.resume();
    const [status] = await once(child, "close");
    if (status !== 0) throw new Error(said);
  });
  await Promise.all(runs);
}
