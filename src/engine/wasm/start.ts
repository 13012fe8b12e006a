import * as tf from "@tensorflow/tfjs";
import { saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { within } from "../within";
import { hasRelaxedSimd } from "./kernels";
import { createLane, wasmLane } from "./lane";

/** Where the .wasm files lie: a folder (ending in a slash), or the address of each file by its name. */
export type WasmPaths = string | Record<string, string>;

/** Threads that do not start (a content security policy without `blob:` workers) would be waited for without end. */
const THREADS_START_WITHIN_MS = 10_000;
const THREADS_FLAG = "WASM_HAS_MULTITHREAD_SUPPORT";

/** Our kernels have a thread for each core; XNNPACK has half as many, and at least one. */
const CORES_FOR_THREADS = 2;
/**
 * In Firefox (153, on a busy machine, one start in eight) the thread that starts the others waits for them without end, so that no
 * timer of its own can call it off.
 */
const THREADS_BLOCK = /\bGecko\/\d/;

/** Whether a browser is left to start threads: it starts them without fail, and has the cores. */
export function takesThreads({ userAgent, hardwareConcurrency }: NavigatorLike): boolean {
  return hardwareConcurrency >= CORES_FOR_THREADS && !THREADS_BLOCK.test(userAgent);
}

type NavigatorLike = Pick<Navigator, "userAgent" | "hardwareConcurrency">;

/**
 * Starts the WASM backend, with threads where the page is cross-origin isolated and they start, else on one thread.
 * Its threads are classic workers made from `blob:` addresses.
 * @returns how it computes, or null when it did not start
 */
export async function startWasm(paths: WasmPaths | undefined): Promise<string | null> {
  const { setWasmPaths, getThreadsCount } = await import("@tensorflow/tfjs-backend-wasm");
  if (paths !== undefined) setWasmPaths(paths);
  if (typeof navigator !== "undefined" && !takesThreads(navigator)) tf.env().set(THREADS_FLAG, false);
  if (!(await startsInTime())) {
    if (!(await tf.env().getAsync(THREADS_FLAG))) return null;
    await restartWithoutThreads();
    if (!(await tf.setBackend("wasm"))) return null;
  }
  await loadLane();
  return describe(getThreadsCount);
}

/** Why the backend in use has no kernels of ours; null where it has. */
export let laneRefusal: Said | null = null;

/** The backend goes without its kernels where they cannot be loaded. */
async function loadLane(): Promise<void> {
  laneRefusal = null;
  if (!(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT"))) return;
  try {
    await createLane();
  } catch (error) {
    laneRefusal = saidOf(error);
  }
}

async function startsInTime(): Promise<boolean> {
  const start = tf.setBackend("wasm");
  if (!(await tf.env().getAsync(THREADS_FLAG))) return start;
  return within(start, THREADS_START_WITHIN_MS, false);
}

async function restartWithoutThreads(): Promise<void> {
  const factory = tf.findBackendFactory("wasm");
  tf.removeBackend("wasm");
  tf.env().set(THREADS_FLAG, false);
  tf.registerBackend("wasm", factory, 2);
}

async function describe(getThreadsCount: () => number): Promise<string> {
  const hasSimd = await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT");
  const simd = hasSimd ? (hasRelaxedSimd() ? "relaxed SIMD" : "SIMD") : "no SIMD";
  const threads = wasmLane()?.threads ?? ((await tf.env().getAsync(THREADS_FLAG)) ? getThreadsCount() : 1);
  return `CPU (${simd}, ${threads === 1 ? "1 thread" : `${threads} threads`})`;
}
