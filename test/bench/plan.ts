import type { Backend, BenchCase } from "./case";
import { type EncoderId, STANDARD } from "./standard";

const ONE = { arms: ["infoNce"], seeds: 1 } satisfies Partial<BenchCase>;
const TWO = { arms: ["infoNce", "flatNce"], seeds: 1 } satisfies Partial<BenchCase>;
const SIXTEEN = { arms: ["infoNce", "flatNce"], seeds: 8 } satisfies Partial<BenchCase>;

/** Cases that share a table: one encoder at one batch size on one backend. */
export interface Table {
  encoder: EncoderId;
  batchSize: number;
  backend: Backend;
  cases: BenchCase[];
}

/** @param full other batch sizes of the mlp as well */
export function plan(backends: readonly Backend[], full: boolean): Table[] {
  const batchSizes = {
    mlp: full ? [8, STANDARD.mlp.batchSize, 128] : [STANDARD.mlp.batchSize],
    cnn: [STANDARD.cnn.batchSize],
  };
  return (["mlp", "cnn"] as const).flatMap((encoder) =>
    batchSizes[encoder].flatMap((batchSize) => backends.map((backend) => table(encoder, batchSize, backend))),
  );
}

function table(encoder: EncoderId, batchSize: number, backend: Backend): Table {
  const base = { library: "ours", backend, encoder, batchSize, captured: false, ...ONE } satisfies BenchCase;
  const peers: BenchCase[] = [{ ...base, library: "jax" }];
  if (backend === "webgpu") peers.unshift({ ...base, library: "tfjs" });
  const captured = backend === "webgpu" ? [false, true] : [false];
  const ours = [ONE, TWO, SIXTEEN].flatMap((learners) =>
    captured.map((captured) => ({ ...base, ...learners, captured })),
  );
  return { encoder, batchSize, backend, cases: [...peers, ...ours] };
}
