/**
 * The compiled kernels (src/ops/kernels.as.ts): one build for each kind of memory and of multiplication. They own no memory and no
 * state: every call gets the addresses that it works on.
 */

/** A function of the module: addresses and numbers in, results in memory. */
type Kernel = (...args: number[]) => void;
export type Kernels = Readonly<Record<string, Kernel>>;

/**
 * A module with one function of relaxed SIMD; browsers that have none refuse it.
 * From wasm-feature-detect (Google, Apache 2.0).
 */
const RELAXED_SIMD = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 1, 253, 15, 65, 2, 253],
  ...[15, 253, 128, 2, 11],
);

/** Whether multiplications and additions may be one rounding: relaxed SIMD, with fused multiply-add where the processor has it. */
export function hasRelaxedSimd(): boolean {
  return WebAssembly.validate(RELAXED_SIMD);
}

/** Literal addresses: the bundler makes files of its own of them. */
const BUILDS = {
  plain: () => new URL("./compiled/kernels.wasm", import.meta.url),
  relaxed: () => new URL("./compiled/kernels-relaxed.wasm", import.meta.url),
  sharedPlain: () => new URL("./compiled/kernels-shared.wasm", import.meta.url),
  sharedRelaxed: () => new URL("./compiled/kernels-shared-relaxed.wasm", import.meta.url),
};

/** The kernels on a memory, and the build that they are of. */
export interface LoadedKernels {
  kernels: Kernels;
  build: WebAssembly.Module;
}

/**
 * Instantiates the kernels on a memory.
 * @throws where they cannot be loaded, or the browser has no SIMD
 */
export async function loadKernels(memory: WebAssembly.Memory): Promise<LoadedKernels> {
  const [plain, relaxed] = isShared(memory)
    ? (["sharedPlain", "sharedRelaxed"] as const)
    : (["plain", "relaxed"] as const);
  const bytes = await readFile(BUILDS[hasRelaxedSimd() ? relaxed : plain]());
  const build = await WebAssembly.compile(bytes);
  return { kernels: await instantiateKernels(build, memory), build };
}
/** The kernels of a build on a memory. */
export async function instantiateKernels(build: WebAssembly.Module, memory: WebAssembly.Memory): Promise<Kernels> {
  const { exports } = await WebAssembly.instantiate(build, { env: { memory, abort } });
  return exports as unknown as Kernels;
}

/** Whether threads can have the memory together. */
export function isShared({ buffer }: WebAssembly.Memory): boolean {
  return typeof SharedArrayBuffer !== "undefined" && buffer instanceof SharedArrayBuffer;
}

async function readFile(url: URL): Promise<BufferSource> {
  if (url.protocol === "file:") return process.getBuiltinModule("node:fs").readFileSync(url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status} ${response.statusText}`);
  return response.arrayBuffer();
}

/** What the compiler calls where an assertion of a kernel does not hold. */
function abort(): never {
  throw new Error("A WebAssembly kernel was aborted.");
}
