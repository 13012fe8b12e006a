import * as tf from "@tensorflow/tfjs";
import { gpu, output } from "../../../src/engine/webgpu/gpu";
import type { Operation } from "./operations";
import { ACCUMULATORS, wasmLimits } from "./wasmLimits";

/** What the machine can do, by loops that do nothing else: what any kernel is to be held against. */

const ITERATIONS = 1 << 16;
/** More than the caches hold. */
const BYTES = 1 << 26;

/** Multiply-adds of four numbers in registers, on one thread. */
function multiplyAdd(title: string, isRelaxed: boolean): Operation {
  return {
    title,
    flops: 2 * 4 * ACCUMULATORS * ITERATIONS,
    open() {
      const { multiplyAdd } = wasmLimits(isRelaxed);
      return { run: () => void multiplyAdd(ITERATIONS), dispose: () => undefined };
    },
  };
}

const read: Operation = {
  title: "reading of memory, WebAssembly SIMD",
  bytes: BYTES,
  open() {
    const { sum } = wasmLimits(false, BYTES);
    return { run: () => void sum(BYTES), dispose: () => undefined };
  },
};

/** A program of this many invocations, each `body` with the number of its own. */
function program(invocations: number, wgsl: string, inputs: number): ReturnType<Operation["open"]> {
  const source = tf.ones([inputs]);
  const run = () => {
    const backend = gpu();
    if (!backend) throw new Error("there is no WebGPU");
    tf.tidy(() => {
      const written = output(backend, [inputs]);
      const elements = { source: "vec4f", written: "vec4f" };
      backend.dispatch({
        name: "limit",
        reads: { source },
        writes: { written },
        elements,
        grid: { invocations },
        wgsl,
      });
    });
  };
  return { run, dispose: () => source.dispose() };
}

const FMA_CHAINS = 8;
const FMA_ITERATIONS = 256;

/** Chains of fused multiply-adds of four numbers in registers; on a software adapter fewer invocations fill it. */
function fma(title: string, invocations: number): Operation {
  const chains = Array.from({ length: FMA_CHAINS }, (_, c) => `a${c}`);
  const wgsl = `fn run(i: u32) {
    let s = source[i];
    ${chains.map((a, c) => `var ${a} = s + f32(${c});`).join(" ")}
    for (var k = 0u; k < ${FMA_ITERATIONS}u; k++) { ${chains.map((a) => `${a} = fma(${a}, s, s);`).join(" ")} }
    written[i] = ${chains.join(" + ")};
  }`;
  return {
    title,
    flops: 2 * 4 * FMA_CHAINS * FMA_ITERATIONS * invocations,
    open: () => program(invocations, wgsl, 4 * invocations),
  };
}

const copy: Operation = {
  title: "copying of memory, WGSL",
  bytes: 2 * BYTES,
  open: () => program(BYTES / 16, "fn run(i: u32) { written[i] = source[i]; }", BYTES / 4),
};

const SIDE = 512;

/** What whoever has nothing of their own uses. */
const matMul: Operation = {
  title: `product of ${SIDE} x ${SIDE}, stock`,
  flops: 2 * SIDE ** 3,
  open() {
    const [a, b] = [1, 2].map((seed) => tf.randomUniform([SIDE, SIDE], -0.5, 0.5, "float32", seed)) as [
      tf.Tensor2D,
      tf.Tensor2D,
    ];
    return { run: () => tf.tidy(() => void tf.matMul(a, b)), dispose: () => tf.dispose([a, b]) };
  },
};

export const LIMITS = {
  matMul,
  multiplyAdd: multiplyAdd("multiply and add, WebAssembly SIMD", false),
  relaxedMultiplyAdd: multiplyAdd("multiply-add of relaxed SIMD", true),
  read,
  fmaSoftware: fma("fused multiply-add, WGSL", 1 << 11),
  fma: fma("fused multiply-add, WGSL", 1 << 19),
  copy,
} satisfies Record<string, Operation>;
