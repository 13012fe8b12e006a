import type { BenchCase, Engine, Library } from "../case";
import type { Measured } from "../measure";
import type { Table } from "../plan";
import { aligned } from "./markdown";

/** A table of what was timed, with ratios to peers. */

const LIBRARIES: Record<Library, string> = {
  ours: "this project",
  tfjs: "TensorFlow.js",
  jax: "jax-js",
  ort: "ONNX Runtime Web",
  torch: "PyTorch",
};
const ENGINES: Record<Engine, string> = { chromium: "Chromium", firefox: "Firefox", node: "Node.js", python: "" };
const DEVICES: Partial<Record<BenchCase["backend"], string>> = {
  cpu: "one thread",
  threads: "all threads",
  cuda: "CUDA",
};

/** What rows are compared with: PyTorch on one thread or CUDA, and the fastest of each other library. */
const PEERS: { name: string; is: (what: BenchCase) => boolean }[] = [
  { name: "PyTorch", is: ({ library, backend }) => library === "torch" && backend !== "threads" },
  { name: "TensorFlow.js", is: ({ library }) => library === "tfjs" },
  { name: "jax-js", is: ({ library }) => library === "jax" },
  { name: "ONNX Runtime Web", is: ({ library }) => library === "ort" },
];

/** Milliseconds per step and learner of the fastest case of each peer that was measured. */
export function peersOf(measured: readonly Measured[]): { name: string; ms: number }[] {
  return PEERS.map(({ name, is }) => {
    const times = measured.flatMap((one) => (is(one.what) && "round" in one ? [one.round.msPerStep] : []));
    return { name, ms: Math.min(...times) };
  }).filter(({ ms }) => Number.isFinite(ms));
}

/** Markdown whose columns also line up on a terminal. Cases that were not measured follow as a list. */
export function tableText({ title }: Table, measured: readonly Measured[]): string {
  const peers = peersOf(measured);
  const head = [
    "",
    "learners",
    "ms per step",
    "spread",
    "JavaScript ms",
    "dispatches",
    ...peers.map(({ name }) => `/ ${name}`),
  ];
  const rows = measured.flatMap((one) => ("round" in one ? [[...cells(one), ...ratios(one, peers)]] : []));
  const shares = measured.flatMap((one) => ("round" in one ? sharesText(one) : []));
  const missing = measured.flatMap((one) => ("error" in one ? [`- ${nameOf(one.what)}: ${one.error}`] : []));
  return [
    `### ${title}\n`,
    ...(rows.length > 0 ? [aligned([head, ...rows])] : []),
    ...(shares.length + missing.length > 0 ? ["", ...shares, ...missing] : []),
    "",
  ].join("\n");
}

/** Where the time goes, of the cases that were profiled. */
function sharesText({ what, round, shares }: Timed): string[] {
  if (!shares) return [];
  const [wasm, garbage, rest] = [shares.wasm, shares.garbage, shares.rest].map((share) =>
    milliseconds(share * round.msPerStep),
  );
  return [
    `- ${nameOf(what)}: ${rest} ms of JavaScript, ${garbage} ms of garbage collection and ${wasm} ms of WebAssembly a step, by sampling`,
  ];
}

type Timed = Extract<Measured, { rounds: number }>;

function cells({ what, round, rounds, spread }: Timed): string[] {
  const { learners, msPerStep, jsMsPerStep, dispatchesPerStep } = round;
  return [
    nameOf(what),
    String(learners),
    milliseconds(msPerStep),
    rounds > 1 ? `${Math.round(100 * spread)} %` : "one round",
    jsMsPerStep === null ? "" : milliseconds(jsMsPerStep),
    dispatchesPerStep === null ? "" : String(dispatchesPerStep),
  ];
}

function ratios({ round }: Timed, peers: { ms: number }[]): string[] {
  return peers.map(({ ms }) => (round.msPerStep / round.learners / ms).toFixed(2));
}

function milliseconds(ms: number): string {
  return ms.toFixed(ms < 1 ? 3 : ms < 10 ? 2 : 1);
}

/** What a case is called in a row. */
export function nameOf(what: BenchCase): string {
  const { engine, library, backend, arms, seeds, kernels, captured, queue } = what;
  if (library !== "ours") {
    const device = DEVICES[backend];
    return [LIBRARIES[library], library === "torch" ? device : device && "JavaScript alone", ENGINES[engine]]
      .filter(Boolean)
      .join(", ");
  }
  const learners = arms.includes("supervised") ? `mix of ${arms.length}` : `${arms.length} x ${seeds}`;
  const form = kernels === "reference" ? "reference" : captured ? "" : "not recorded";
  return [LIBRARIES.ours, learners, queue > 0 ? "queue" : "", form, ENGINES[engine]].filter(Boolean).join(", ");
}
