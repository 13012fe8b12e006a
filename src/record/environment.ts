import { armLooks } from "../config/arms";
import type { ExperimentConfig } from "../config/schema";
import { z } from "../data/zod";
import type { BackendStart } from "../engine/backend";
import { formatList } from "../i18n/format";
import type { Said } from "../i18n/message";
import { english } from "../i18n/translate";

/** What an experiment runs on, as the program knows it while it lasts: its reasons are said where they are shown. */
export interface Environment extends Omit<BackendStart, "backend"> {
  /** `pytorch` of a run that a script trained (export/pytorch). */
  backend: BackendStart["backend"] | "pytorch";
  /** Kernels of this project (WGSL, WebAssembly), or TensorFlow.js's operations. */
  kernels: "fused" | "reference";
  /** Why the fused kernels are not used although they were asked for. */
  kernelsRefused: Said | null;
  /** Arms, by their places, whose loss has no such kernel and is worked out beside the others'; absent where all have one. */
  composed?: number[] | undefined;
}

/** Where learners are trained here. */
export type OwnEnvironment = Environment & Pick<BackendStart, "backend">;

/** The same in a document, where reasons are English sentences. */
export const environmentSchema = z.strictObject({
  backend: z.enum(["webgpu", "webgl", "wasm", "cpu", "pytorch"]),
  adapter: z.string(),
  /** The adapter computes on the CPU (SwiftShader, llvmpipe). */
  software: z.boolean(),
  userAgent: z.string(),
  tfjs: z.string(),
  /** Why a better backend was not taken, one sentence per refusal. */
  refused: z.array(z.string()),
  kernels: z.enum(["fused", "reference"]),
  kernelsRefused: z.string().nullable(),
  /** Arms, by their places, whose loss was worked out by TensorFlow.js's operations beside the kernels of the others. */
  composed: z.array(z.int().min(0)).optional(),
});
export type EnvironmentRecord = z.output<typeof environmentSchema>;

/** What a record, a lab's result and `window.playground` say of it. */
export function environmentRecord(environment: Environment): EnvironmentRecord {
  const { refused, kernelsRefused } = environment;
  return {
    ...environment,
    refused: refused.map(english),
    kernelsRefused: kernelsRefused && english(kernelsRefused),
  };
}

/** Names of the arms whose loss has no kernel; null where there are none. */
export function composedNames({ composed }: Pick<Environment, "composed">, config: ExperimentConfig): string | null {
  const names = armLooks(config, false).flatMap(({ label }, arm) => (composed?.includes(arm) ? [label] : []));
  return names.length > 0 ? formatList(names) : null;
}

type Computing = Pick<EnvironmentRecord, "backend" | "adapter" | "kernels" | "tfjs">;

/** Whether two environments compute the same to the bit, as far as they say. */
export function haveSameNumbers(one: Computing, other: Computing): boolean {
  return (["backend", "adapter", "kernels", "tfjs"] as const).every((key) => one[key] === other[key]);
}

/** Whether results of one device can be gone on from on another: numbers of two would be two answers in one. */
export function areSameDevice(one: NamedDevice, other: NamedDevice): boolean {
  return one.backend === other.backend && one.adapter === other.adapter;
}

type NamedDevice = Pick<EnvironmentRecord, "backend" | "adapter">;

/** What computes, as a user knows it. */
export function deviceName({ backend, adapter }: NamedDevice): string {
  return `${backend} (${adapter})`;
}

interface Device {
  /** The one in use, or a choice that may be left open. */
  backend: string;
  software: boolean;
}

/** Whether the training runs on a CPU, whatever stands between. */
export function computesOnCpu({ backend, software }: Device): boolean {
  return software || backend === "cpu" || backend === "wasm";
}
