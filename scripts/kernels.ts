import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { hasRelaxedSimd } from "../src/engine/wasm/kernels.ts";

/**
 * Compiles the WebAssembly kernels (src/, *.as.ts, in AssemblyScript) where their source has changed. Everything that runs them
 * begins with it: the page's build, the tests, the command line.
 */

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDER = join(ROOT, "src/engine/wasm/compiled");
const ENTRY = "src/ops/kernels.as.ts";

/** The memory is TensorFlow.js's: theirs is shared between threads where there are some. */
const SHARED = ["--sharedMemory", "--initialMemory", "1", "--maximumMemory", "65536", "--enable", "threads"];
const RELAXED = ["--enable", "relaxed-simd"];
const BUILDS: Record<string, string[]> = {
  "kernels.wasm": [],
  "kernels-relaxed.wasm": RELAXED,
  "kernels-shared.wasm": SHARED,
  "kernels-shared-relaxed.wasm": [...SHARED, ...RELAXED],
};
const DATA_SECTION = 11;
const OPTIONS = ["-O3", "--noAssert", "--runtime", "stub", "--importMemory", "--enable", "simd", "--noColors"];

/**
 * @param names of the builds that are asked for: a page takes any, Node.js the one that it can run
 * @throws with what the compiler says
 */
export async function compileKernels(names: readonly string[] = Object.keys(BUILDS)): Promise<void> {
  const source = hashOfSource();
  mkdirSync(FOLDER, { recursive: true });
  for (const name of names) {
    const outFile = join(FOLDER, name);
    const stamp = `${outFile}.sha256`;
    if (existsSync(outFile) && existsSync(stamp) && readFileSync(stamp, "utf8") === source) continue;
    await compile(outFile, BUILDS[name] ?? []);
    writeFileSync(stamp, source);
  }
}

/** The build that this process can run; hasRelaxedSimd() of src/engine/wasm/kernels.ts asks the same. */
export const OWN_BUILD = hasRelaxedSimd() ? "kernels-relaxed.wasm" : "kernels.wasm";

async function compile(outFile: string, options: string[]): Promise<void> {
  // Loaded when it is needed: the compiler takes a second to start.
  const { default: asc } = await import("assemblyscript/asc");
  // Processes that start at a time find a whole file, whoever of them was first.
  const unfinished = `${outFile}.${process.pid}`;
  const { error, stdout, stderr } = await asc.main([
    ENTRY,
    "-o",
    unfinished,
    ...OPTIONS,
    ...options,
    "--baseDir",
    ROOT,
  ]);
  if (error) throw new Error(`The WebAssembly kernels do not compile.\n${stdout.toString()}${stderr.toString()}`);
  assertStateless(readFileSync(unfinished));
  renameSync(unfinished, outFile);
}

/**
 * The kernels share TensorFlow.js's memory: static data of theirs (a table of Math's, a text) would be written over its tensors.
 * @throws where the module has a data section
 */
function assertStateless(bytes: Buffer): void {
  for (let at = 8; at < bytes.length; ) {
    const section = bytes[at++];
    if (section === DATA_SECTION)
      throw new Error("A WebAssembly kernel has static data, for which there is no memory.");
    let size = 0;
    for (let shift = 0, byte = 128; byte & 128; shift += 7) {
      byte = bytes[at++] ?? 0;
      size |= (byte & 127) << shift;
    }
    at += size;
  }
}

function hashOfSource(): string {
  const all = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" });
  const files = all.filter((file) => file.endsWith(".as.ts")).sort();
  const hash = createHash("sha256").update(JSON.stringify([BUILDS, OPTIONS]));
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, "src", file)));
  return hash.digest("hex");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await compileKernels([OWN_BUILD]);
