import type { StepId } from "../../src/training/benchmark/standardSteps";
import { standardStep } from "../../src/training/benchmark/standardSteps";
import type { BenchCase, Engine } from "./case";

/** Which cases are timed, in which tables, and for how long. */

/** Cases that share a table: one step at one batch size on one backend. */
export interface Table {
  title: string;
  cases: BenchCase[];
  /** After which nothing more of it is begun. */
  seconds: number;
  /** Of each case, if not as many as usual. */
  rounds?: number;
}

export interface PlanOptions {
  engines: readonly Engine[];
  backends: readonly ("webgpu" | "wasm")[];
  /** The machine's GPU: WebGPU is the fast one, and CUDA its peer. */
  gpu: boolean;
  /** The mlp at batch 8 and 128 as well, all peers in all engines, and steps that take seconds. */
  full: boolean;
}

type Learners = Pick<BenchCase, "arms" | "seeds">;
type Variant = Partial<BenchCase>;

const ONE: Learners = { arms: ["infoNce"], seeds: 1 };
const TWO: Learners = { arms: ["infoNce", "flatNce"], seeds: 1 };
const SIX: Learners = { arms: ["infoNce", "flatNce"], seeds: 3 };
const SIXTEEN: Learners = { arms: ["infoNce", "flatNce"], seeds: 8 };
const MIX: Learners = { arms: ["infoNce", "vicReg", "dcl", "supervised"], seeds: 1 };
const REFERENCE = { kernels: "reference", captured: false } satisfies Variant;

const OURS = { library: "ours", kernels: "fused", captured: true, queue: 0, task: "train" } satisfies Variant;
const TORCH = { engine: "python", library: "torch", ...ONE } satisfies Variant;
const TFJS = { library: "tfjs", ...ONE } satisfies Variant;
const ORT = { library: "ort", ...ONE } satisfies Variant;
const JAX = { library: "jax", ...ONE } satisfies Variant;

/** Tables in the order of what is to be known first, should the time not do for all. */
export function plan(options: PlanOptions): Table[] {
  const { backends, gpu } = options;
  const tables = gpu
    ? [
        webGpuTable("mlp", options),
        webGpuTable("cnn", options),
        webGpuTable("resnet", options),
        webGpuTable("points", options),
      ]
    : [];
  if (!gpu && backends.includes("wasm"))
    tables.push(pointsOnWasm(options), wasmTable("mlp", options), wasmTable("cnn", options), resnetOnWasm(options));
  tables.push(...forwardTables(options));
  if (!gpu && backends.includes("webgpu")) tables.push(webGpuTable("mlp", options), webGpuTable("cnn", options));
  if (!gpu && options.full && backends.includes("wasm")) tables.push(...otherBatchSizes(options));
  if (!gpu && options.full && backends.includes("webgpu")) tables.push(webGpuTable("resnet", options));
  return tables.map((table) => ofEngines(table, options)).filter(({ cases }) => cases.length > 0);
}

/** Without the cases of engines that are not asked for. */
export function ofEngines(table: Table, { engines }: PlanOptions): Table {
  return { ...table, cases: table.cases.filter(({ engine }) => engines.includes(engine)) };
}

/** Where peers and most cases run: the first browser that is asked for, else Node.js. */
export function home({ engines }: PlanOptions): Engine {
  return engines.includes("chromium") ? "chromium" : engines.includes("firefox") ? "firefox" : "node";
}

function table(step: StepId, what: string, seconds: number, variants: Variant[], options: PlanOptions): Table {
  const { batchSize } = standardStep(step).config;
  const base = { engine: home(options), backend: "wasm", step, batchSize, ...OURS, ...ONE } satisfies BenchCase;
  const cases = variants.map((variant) => ({ ...base, ...variant }));
  return { title: `${step}, batch ${cases[0]?.batchSize ?? batchSize}, ${what}`, cases, seconds };
}

function pointsOnWasm(options: PlanOptions): Table {
  const variants: Variant[] = [
    { ...TORCH, backend: "cpu" },
    TFJS,
    JAX,
    { ...SIX, ...REFERENCE },
    SIX,
    ...elsewhere(options, SIX),
    ...elsewhere(options, { ...SIX, ...REFERENCE }),
  ];
  return table("points", "WASM", 30, variants, options);
}

/** The same case in the other engines. */
function elsewhere(options: PlanOptions, variant: Variant): Variant[] {
  return (["firefox", "node"] as const)
    .filter((engine) => engine !== home(options))
    .map((engine) => ({ ...variant, engine }));
}

function wasmTable(step: "mlp" | "cnn", options: PlanOptions): Table {
  const torch: Variant[] = [
    { ...TORCH, backend: "cpu" },
    { ...TORCH, backend: "threads" },
  ];
  // Last, so that it is they who are left out should the time not do.
  const slow: Variant[] = [TFJS, JAX, { ...TFJS, backend: "cpu" }];
  const ours: Variant[] = [ONE, TWO, { ...ONE, ...REFERENCE }, ...elsewhere(options, ONE), SIXTEEN];
  return table(step, "WASM", step === "mlp" ? 45 : 60, [...torch, ...ours, ...slow], options);
}

function resnetOnWasm(options: PlanOptions): Table {
  const peers: Variant[] = [
    { ...TORCH, backend: "cpu" },
    { ...TORCH, backend: "threads" },
  ];
  return table("resnet", "WASM", 30, [...peers, { ...ONE, ...REFERENCE }, ONE], options);
}

/** On a software adapter a step of many learners takes seconds; on a GPU other things matter. */
function webGpuTable(step: StepId, options: PlanOptions): Table {
  const { gpu, full } = options;
  const onGpu: Variant[] = gpu ? (["cuda", "cpu"] as const).map((backend) => ({ ...TORCH, backend })) : [];
  const hasPeers = step === "mlp" || step === "cnn" || step === "points";
  const peers: Variant[] = hasPeers ? [TFJS, JAX] : [];
  const slow: Variant[] = [{ ...TWO, ...REFERENCE }, SIXTEEN];
  const mixed: Variant[] = step === "mlp" || step === "cnn" ? [MIX, { ...TWO, queue: 256 }] : [];
  const others = gpu && !full ? [] : elsewhere(options, TWO);
  const variants = [ONE, TWO, ...others, ...mixed, ...peers, ...slow].map((variant) => ({
    ...variant,
    backend: "webgpu" as const,
  }));
  const seconds = gpu ? 45 : { mlp: 55, cnn: 80, resnet: 120, points: 40 }[step];
  return table(step, "WebGPU", seconds, [...onGpu, ...variants], options);
}

/** The encoder's forward pass alone, where there is a peer that does nothing else. */
function forwardTables(options: PlanOptions): Table[] {
  const { gpu, backends } = options;
  const backend = gpu ? "webgpu" : "wasm";
  if (!backends.includes(backend)) return [];
  const torch: Variant = { ...TORCH, backend: gpu ? "cuda" : "cpu" };
  const others = [ORT, {}, REFERENCE, TFJS, JAX].map((variant): Variant => ({ ...variant, backend }));
  return (["mlp", "cnn"] as const).map((step) => {
    const variants = [torch, ...others].map((variant): Variant => ({ ...variant, task: "forward" }));
    return table(step, `forward pass, ${gpu ? "WebGPU" : "WASM"}`, 15, variants, options);
  });
}

function otherBatchSizes(options: PlanOptions): Table[] {
  return [8, 128].map((batchSize) => {
    const { title: _, ...mlp } = wasmTable("mlp", options);
    const cases = mlp.cases.map((one) => ({ ...one, batchSize }));
    return { ...mlp, cases, title: `mlp, batch ${batchSize}, WASM` };
  });
}
