import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A Python that has PyTorch: a distribution's packages are seen by its own interpreter alone. */

const INTERPRETERS = [process.env.PYTHON, "python3", "/usr/bin/python3"];

/** Null where there is none. */
export const PYTHON = INTERPRETERS.find(
  (interpreter) => interpreter && spawnSync(interpreter, ["-c", "import torch"]).status === 0,
);

if (!PYTHON) console.warn("No Python here imports torch: what is exported to PyTorch is not run.");

export const SUPPORT = fileURLToPath(new URL(".", import.meta.url));

/** What a Python program prints. @throws Error with what it says where it fails */
export function runPython(args: readonly string[], program = PYTHON as string): string {
  const env = { ...process.env, PYTHONPATH: SUPPORT, OMP_NUM_THREADS: "1", PYTHONDONTWRITEBYTECODE: "1" };
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
