import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";

/**
 * Work that a program does beside its own, since both can begin at once and a dispatch costs more than an invocation: as many
 * invocations more, each of `fn beside(i: u32)`.
 */
export interface Beside {
  reads?: Record<string, TensorInfo>;
  writes: Record<string, TensorInfo>;
  constants?: Record<string, number>;
  invocations: number;
  wgsl: string;
}

/** A program of `own` invocations whose `run` begins with `turnAside`. */
export function withBeside(program: Program, own: number, beside: Beside | null): Program {
  if (!beside) return program;
  return {
    ...program,
    reads: { ...program.reads, ...beside.reads },
    writes: { ...program.writes, ...beside.writes },
    constants: { ...program.constants, ...beside.constants },
    grid: { invocations: own + beside.invocations },
    wgsl: beside.wgsl + program.wgsl,
  };
}

/** Sends the invocations after a program's own ones to the other work. */
export function turnAside(index: string, own: number, beside: Beside | null): string {
  return beside ? `\n  if (${index} >= ${own}u) { beside(${index} - ${own}u); return; }` : "";
}
