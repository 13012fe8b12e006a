import * as tf from "@tensorflow/tfjs";
import { PlaygroundError, saidOf } from "../i18n/errors";
import { type Said, say } from "../i18n/message";
import { english } from "../i18n/translate";
import { type Offer, probeCpu, probeWasm, probeWebGl, probeWebGpu, type Refusal } from "./adapters";
import { reportLoss } from "./deviceLoss";
import { texts } from "./errors";
import { startWasm, type WasmPaths } from "./wasm/start";
import { playgroundBackend, registerWebGpu } from "./webgpu/register";

export type { WasmPaths } from "./wasm/start";

export type BackendName = "webgpu" | "webgl" | "wasm" | "cpu";

/** A backend that was started. */
export interface BackendStart {
  backend: BackendName;
  adapter: string;
  /** The adapter computes on the CPU (SwiftShader, llvmpipe). */
  software: boolean;
  userAgent: string;
  tfjs: string;
  /** Why a better backend was not taken, one sentence per refusal. */
  refused: Said[];
}

/** The backend that was asked for cannot be had, with the reason. */
export class BackendError extends PlaygroundError {
  override name = "BackendError";
}

interface Candidate {
  backend: BackendName;
  /** Takes an adapter that computes on the CPU. */
  software: boolean;
}

/** Best first. Software WebGPU is slower than WASM, and software WebGL slower than either: it is only had by asking. */
const AUTO: Candidate[] = [
  { backend: "webgpu", software: false },
  { backend: "webgl", software: false },
  { backend: "wasm", software: false },
  { backend: "webgpu", software: true },
  { backend: "cpu", software: false },
];

/**
 * Makes a backend TensorFlow.js's current one. Works in a page, in a worker, and in Node (where `navigator.gpu`, if it
 * is wanted, has to be set before).
 * @param choice `auto` for the best that starts, or one backend
 * @param wasmPaths where the .wasm files lie; needed for WASM unless they lie beside the script
 * @param avoided backends whose devices were lost again and again: the best of the others is taken in their place
 * @throws BackendError when the backend asked for cannot be had
 */
export async function chooseBackend(
  choice: "auto" | BackendName,
  wasmPaths?: WasmPaths,
  avoided: readonly BackendName[] = [],
): Promise<BackendStart> {
  const isOpen = choice === "auto" || avoided.includes(choice);
  const candidates = isOpen ? AUTO.filter(({ backend }) => !avoided.includes(backend)) : [asked(choice)];
  const refused = avoided.map((backend) => say(texts.lostTooOften, { backend: texts.backends[backend] }));
  for (const candidate of candidates) {
    const outcome = await attempt(candidate, wasmPaths);
    if (!("refusal" in outcome)) return describe(candidate.backend, outcome, refused);
    if (!refused.some((other) => english(other) === english(outcome.refusal))) refused.push(outcome.refusal);
  }
  throw new BackendError(joined(refused));
}

/** What is asked for may compute on the CPU. */
function asked(backend: BackendName): Candidate {
  return { backend, software: true };
}

/** All of them, one after the other. */
function joined(refused: readonly Said[]): Said {
  const [first = texts.nothing, ...others] = refused;
  return others.reduce((before, other) => say(texts.refusals, { first: before, other }), first);
}

/** Tensors that live on the current backend. */
export function memory(): { tensors: number; bytes: number } {
  const { numTensors, numBytes } = tf.memory();
  return { tensors: numTensors, bytes: numBytes };
}

/** Without a device that says how much, a tensor may take up this much. */
const MOST_BYTES = 2 ** 30;

/** Bytes that one tensor may take up on the current backend. */
export function largestTensor(): number {
  const limits = playgroundBackend()?.device.limits;
  return limits ? Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize) : MOST_BYTES;
}

/**
 * Bytes that all of an experiment may take up on the current backend: of WebAssembly's 4 GiB three, and elsewhere, where no device says
 * how much it has, more than any experiment here has needed.
 */
export function mostMemory(): number {
  return tf.getBackend() === "wasm" ? 3 * 2 ** 30 : 8 * 2 ** 30;
}

async function attempt({ backend, software }: Candidate, wasmPaths?: WasmPaths): Promise<Offer | Refusal> {
  const name = texts.backends[backend];
  try {
    const offer = await probe(backend);
    if ("refusal" in offer) return offer;
    if (offer.software && !software) {
      return { refusal: say(texts.onlySoftware, { backend: name, adapter: offer.adapter }) };
    }
    return (await start(backend, offer, wasmPaths)) ?? { refusal: say(texts.notStarted, { backend: name }) };
  } catch (error) {
    return { refusal: say(texts.startFailed, { backend: name, reason: saidOf(error) }) };
  }
}

async function probe(backend: BackendName): Promise<Offer | Refusal> {
  if (backend === "webgpu") return probeWebGpu();
  if (backend === "webgl") return probeWebGl();
  return backend === "wasm" ? probeWasm() : probeCpu();
}

/** Makes a backend known to TensorFlow.js. */
const LOAD: Record<Exclude<BackendName, "wasm">, () => unknown> = {
  webgpu: registerWebGpu,
  webgl: () => import("@tensorflow/tfjs-backend-webgl"),
  cpu: () => import("@tensorflow/tfjs-backend-cpu"),
};

/** null when TensorFlow.js could not start it. */
async function start(backend: BackendName, offer: Offer, wasmPaths?: WasmPaths): Promise<Offer | null> {
  if (backend === "wasm") {
    const adapter = await startWasm(wasmPaths);
    return adapter === null ? null : { ...offer, adapter };
  }
  await LOAD[backend]();
  // Small tensors that were just written would be computed with on the CPU, with other roundings: a run that goes on from a state would
  // not be the same to the bit.
  if (backend === "webgl") tf.env().set("WEBGL_CPU_FORWARD", false);
  if (!(await tf.setBackend(backend))) return null;
  if (backend === "webgl") watchContext();
  return offer;
}

/** What TensorFlow.js keeps of its WebGL backend to itself. */
interface WebGlInside {
  gpgpu: { gl: WebGL2RenderingContext };
}

/** A lost context lets those wait without end who read from it. */
function watchContext(): void {
  const { canvas } = (tf.backend() as unknown as WebGlInside).gpgpu.gl;
  const said = say(texts.deviceLost, { reason: "WebGL" });
  canvas.addEventListener("webglcontextlost", () => reportLoss(said), { once: true });
}

function describe(backend: BackendName, offer: Offer, refused: Said[]): BackendStart {
  return { backend, ...offer, userAgent: userAgent(), tfjs: tf.version_core, refused };
}

function userAgent(): string {
  if (typeof navigator !== "undefined" && navigator.userAgent) return navigator.userAgent;
  return typeof process === "undefined" ? "unknown" : `Node.js ${process.version}`;
}
