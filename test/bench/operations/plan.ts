import { standardStep } from "../../../src/training/benchmark/standardSteps";
import type { BenchCase } from "../case";
import { home, ofEngines, type PlanOptions, type Table } from "../plan";
import type { OperationId } from "./open";

/** A table of single operations on each backend, with what the machine can do. */

/** Those that PyTorch is given as well. */
const LAYERS: OperationId[] = [
  "denseForward",
  "denseParameters",
  "denseAll",
  "convForward",
  "convParameters",
  "convAll",
  "plainForward",
  "plainParameters",
  "plainAll",
  "normForward",
  "normAll",
];
const OTHERS: OperationId[] = ["head", "optimizer", "mlpViews", "cnnViews"];
const LIMITS = {
  wasm: ["multiplyAdd", "relaxedMultiplyAdd", "read", "matMul"],
  software: ["fmaSoftware", "copy", "matMul"],
  gpu: ["fma", "copy", "matMul"],
} satisfies Record<string, OperationId[]>;

const ROUNDS = 4;

export function operationsPlan(options: PlanOptions): Table[] {
  const { backends, gpu } = options;
  const asked = backends.filter((backend) => !gpu || backend === "webgpu");
  return asked.map((backend) => {
    const torch = gpu ? "cuda" : "cpu";
    const of = (operation: OperationId, more: Partial<BenchCase> = {}) => caseOf(operation, backend, options, more);
    const ofTorch = (operation: OperationId) => of(operation, { engine: "python", library: "torch", backend: torch });
    const limits: OperationId[] = backend === "wasm" ? LIMITS.wasm : gpu ? LIMITS.gpu : LIMITS.software;
    const cases = [
      ...limits.map((limit) => of(limit, { captured: limit.startsWith("fma") || limit === "copy" })),
      ofTorch("matMul"),
      ...[...LAYERS, ...OTHERS].flatMap((operation) => [
        of(operation),
        of(operation, { kernels: "reference", captured: false }),
        ...(LAYERS.includes(operation) ? [ofTorch(operation)] : []),
      ]),
    ];
    const title = `Operations, ${backend === "wasm" ? "WASM" : "WebGPU"}`;
    return ofEngines({ title, cases, seconds: gpu ? 60 : 110, rounds: ROUNDS }, options);
  });
}

function caseOf(
  operation: OperationId,
  backend: BenchCase["backend"],
  options: PlanOptions,
  more: Partial<BenchCase>,
): BenchCase {
  return {
    engine: home(options),
    library: "ours",
    backend,
    step: "mlp",
    task: { operation },
    batchSize: standardStep("mlp").config.batchSize,
    arms: ["infoNce"],
    seeds: 1,
    queue: 0,
    kernels: "fused",
    captured: true,
    ...more,
  };
}
