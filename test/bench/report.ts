import type { BenchCase, Library } from "./case";
import type { Measured } from "./measure";
import type { Table } from "./plan";

const NAMES: Record<Library, string> = { ours: "this project", tfjs: "TensorFlow.js", jax: "jax-js" };
const BACKENDS = { webgpu: "WebGPU", wasm: "WASM" };

/** A table of Markdown, whose columns also line up on a terminal. */
export function tableText(table: Table, measured: readonly Measured[]): string {
  const peers = table.cases.filter(({ library }) => library !== "ours");
  const timeOf = (peer: BenchCase) => {
    const found = measured.find(({ what }) => what === peer);
    return found && "round" in found ? found.round.msPerStep : Number.NaN;
  };
  const columns = ["", "learners", "ms per step", "JavaScript ms", "dispatches"];
  const ratios = peers.map((peer) => `/ 2 steps of ${NAMES[peer.library]}`);
  const rows = measured.map((one) => [...cells(one), ...peers.map((peer) => ratio(one, timeOf(peer)))]);
  const { encoder, batchSize, backend } = table;
  return `### ${encoder}, batch ${batchSize}, ${BACKENDS[backend]}\n\n${aligned([[...columns, ...ratios], ...rows])}\n`;
}

function cells(one: Measured): string[] {
  if ("error" in one) return [nameOf(one.what), "", one.error, "", ""];
  const { learners, msPerStep, jsMsPerStep, dispatchesPerStep } = one.round;
  return [
    nameOf(one.what),
    String(learners),
    msPerStep.toFixed(1),
    jsMsPerStep.toFixed(1),
    dispatchesPerStep === null ? "" : String(dispatchesPerStep),
  ];
}

function nameOf({ library, captured, arms, seeds }: BenchCase): string {
  if (library !== "ours") return NAMES[library];
  return `${NAMES.ours}, ${arms.length} x ${seeds}${captured ? ", captured" : ""}`;
}

function ratio(one: Measured, peerMs: number): string {
  if ("error" in one || Number.isNaN(peerMs)) return "";
  return (one.round.msPerStep / (2 * peerMs)).toFixed(3);
}

function aligned(rows: string[][]): string {
  const widths = rows[0]!.map((_, c) => Math.max(3, ...rows.map((row) => row[c]!.length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join(" | ")} |`;
  const rule = `| ${widths.map((width, c) => (c === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)].join("\n");
}
