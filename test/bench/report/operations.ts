import type { Measured } from "../measure";
import type { OperationId } from "../operations/open";
import type { Table } from "../plan";
import { aligned } from "./markdown";

/** A table of single operations: what each reaches, of what the machine can do. */

type Timed = Extract<Measured, { rounds: number }>;

const LIMITS: OperationId[] = ["multiplyAdd", "relaxedMultiplyAdd", "read", "fma", "fmaSoftware", "copy", "matMul"];

export function operationsText({ title }: Table, measured: readonly Measured[]): string {
  const timed = measured.filter((one): one is Timed => "round" in one);
  const limits = timed.filter((one) => LIMITS.includes(operationOf(one)));
  const best = (unit: "flops" | "bytes") =>
    Math.max(...limits.filter(({ what }) => what.library === "ours").map((one) => rate(one, unit)));
  const operations = new Set(timed.filter((one) => !limits.includes(one)).map(operationOf));
  const head = ["", "ms", "G/s", "of the limit", "reference ms", "reference / this", "PyTorch ms", "PyTorch G/s"];
  const peaks = { flops: best("flops"), bytes: best("bytes") };
  const rows = [...operations].map((id) =>
    rowOf(
      timed.filter((one) => operationOf(one) === id),
      peaks,
    ),
  );
  const missing = measured.flatMap((one) => ("error" in one ? [`- ${saidOf(one)}: ${one.error}`] : []));
  const parts = [`### ${title}\n`, limitsText(limits), "", aligned([head, ...rows])];
  return [...parts, ...(missing.length > 0 ? ["", ...missing] : []), ""].join("\n");
}

function limitsText(limits: readonly Timed[]): string {
  const rows = limits.map((one) => {
    const { flops } = one.round.work ?? {};
    const title = one.what.library === "torch" ? "product of 512 x 512, PyTorch" : (one.round.work?.title ?? "");
    return [title, rate(one, flops ? "flops" : "bytes").toFixed(1), flops ? "GFLOP/s" : "GB/s"];
  });
  return aligned([["what the machine can do", "", "unit"], ...rows]);
}

function rowOf(group: readonly Timed[], peaks: { flops: number; bytes: number }): string[] {
  const ours = group.filter(({ what }) => what.library === "ours");
  const [fused, reference] = ["fused", "reference"].map((kernels) => ours.find(({ what }) => what.kernels === kernels));
  const torch = group.find(({ what }) => what.library === "torch");
  const work = ours[0]?.round.work;
  const unit = work?.flops ? "flops" : work?.bytes ? "bytes" : null;
  const reached = fused && unit ? rate(fused, unit) : null;
  return [
    work?.title ?? "",
    fused ? fused.round.msPerStep.toFixed(3) : "",
    reached && unit ? `${reached.toFixed(1)} ${unit === "flops" ? "FLOP" : "B"}` : "",
    reached && unit ? `${Math.round((100 * reached) / peaks[unit])} %` : "",
    reference ? reference.round.msPerStep.toFixed(3) : "",
    fused && reference ? (reference.round.msPerStep / fused.round.msPerStep).toFixed(2) : "",
    torch ? torch.round.msPerStep.toFixed(3) : "",
    torch && unit === "flops" ? rate(torch, unit).toFixed(1) : "",
  ];
}

/** In units of 10^9 a second; 0 where the operation does not say. */
function rate({ round }: Timed, unit: "flops" | "bytes"): number {
  return (round.work?.[unit] ?? 0) / (1e6 * round.msPerStep);
}

function operationOf({ what }: Measured): OperationId {
  if (typeof what.task === "string") throw new Error("This case is no operation.");
  return what.task.operation;
}

function saidOf(one: Measured): string {
  return `${one.what.library} ${operationOf(one)}, ${one.what.kernels}`;
}
