import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, resolve } from "node:path";
import type { GoldenCase } from "./cases";
import { type GoldenBackend, type Measured, type Series, startGolden } from "./run";

/**
 * The numbers of recorded runs, as a file that holds them to the bit, and what "the same numbers" means: to the bit where the
 * file was recorded on such a machine, within a tolerance elsewhere, since exp and fused multiply-adds are a device's own.
 */

/** Everything that decides how a number is rounded, as far as it can be asked for. */
export type Fingerprint = Record<string, string>;

/** A series as text: its steps, and its values as the bytes of little-endian float32, in base64. */
type Stored = { layers: string; series: Record<string, string> };

export interface Golden {
  recordedOn: Fingerprint;
  cases: Record<string, Stored>;
}

/** Wide enough that WASM's numbers would pass for WebGPU's, which round nearly everything in another way. */
const TOLERANCE = { relative: 0.02, absolute: 0.01 };

/**
 * Compared to the bit alone: shares of comparisons, where a rounding decides a tie; quotients of what roundings may have left of
 * a gradient; and single parameters, which Adam moves as far for a rounding as for a gradient.
 */
const ERRATIC = new Set([
  ...["contrastiveAccuracy", "knnAccuracy", "probeAccuracy", "fineTunedAccuracy", "silentGradients", "signal"],
  ...["noiseScale", "gradientSnr", "layers: gradientNoise"],
  ...["layers: p10", "layers: p50", "layers: p90"],
]);

const pathOf = (backend: GoldenBackend): URL => new URL(`../../fixtures/golden/${backend}.json`, import.meta.url);

export function readGolden(backend: GoldenBackend): Golden {
  return JSON.parse(readFileSync(pathOf(backend), "utf8"));
}

export async function writeGolden(backend: GoldenBackend, cases: Record<string, Measured>): Promise<void> {
  const stored = Object.entries(cases).map(([name, measured]) => [name, store(measured)] as const);
  const golden: Golden = { recordedOn: await fingerprint(backend), cases: Object.fromEntries(stored) };
  mkdirSync(new URL(".", pathOf(backend)), { recursive: true });
  writeFileSync(pathOf(backend), `${JSON.stringify(golden, null, 1)}\n`);
}

function store({ layers, series }: Measured): Stored {
  const texts = Object.entries(series).map(([name, own]) => [name, toText(own)] as const);
  return { layers: layers.join(" "), series: Object.fromEntries(texts) };
}

function toText({ steps, values }: Series): string {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => void bytes.writeFloatLE(value, 4 * i));
  return `${steps.join(" ")}:${bytes.toString("base64")}`;
}

function valuesOf(text: string): number[] {
  const bytes = Buffer.from(text.slice(text.indexOf(":") + 1), "base64");
  return Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
}

export async function fingerprint(backend: GoldenBackend): Promise<Fingerprint> {
  const { adapter, tfjs } = await startGolden(backend, "fused");
  const machine = { adapter, tfjs, node: process.version, processor: processor() };
  return backend === "webgpu" ? { ...machine, dawn: dawnVersion(), driver: driverHash() } : machine;
}

/** Its name, and which vector units it has where the system says: compilers choose by them, and one name has several. */
function processor(): string {
  const flags = existsSync("/proc/cpuinfo") ? readFileSync("/proc/cpuinfo", "utf8") : "";
  const units = new Set(flags.match(/\b(avx|avx2|avx512f|fma)\b/g));
  return [process.arch, cpus()[0]?.model, ...[...units].sort()].join(" ");
}

function dawnVersion(): string {
  const { version } = createRequire(import.meta.url)("webgpu/package.json") as { version: string };
  return version;
}

/** Of the Vulkan driver that Dawn is told to take: it makes the machine code, and its version is nowhere to be asked. */
function driverHash(): string {
  const manifest = process.env.VK_DRIVER_FILES;
  if (!manifest || !existsSync(manifest)) return "the system's";
  const { ICD } = JSON.parse(readFileSync(manifest, "utf8")) as { ICD: { library_path: string } };
  const library = resolve(dirname(manifest), ICD.library_path);
  return createHash("sha256").update(readFileSync(library)).digest("hex").slice(0, 16);
}

/** Whether a number is as recorded. */
type Same = (got: number, recorded: number, index: number) => boolean;

const bitwise: Same = (got, recorded) => Object.is(got, recorded);

const anything: Same = () => true;

function isClose(got: number, recorded: number): boolean {
  const { relative, absolute } = TOLERANCE;
  return Object.is(got, recorded) || Math.abs(got - recorded) <= absolute + relative * Math.abs(recorded);
}

/** What is not as recorded, a line per series; every number counts where `exact`. */
export function differences(
  measured: Measured,
  recorded: Stored,
  { exact, jumps, either = {} }: { exact: boolean } & Pick<GoldenCase, "jumps" | "either">,
): string[] {
  const got = store(measured);
  if (got.layers !== recorded.layers) return [`layers: ${got.layers} instead of ${recorded.layers}`];
  const names = new Set([...Object.keys(got.series), ...Object.keys(recorded.series)]);
  return [...names].flatMap((name) => {
    const loose = jumps || ERRATIC.has(name) ? anything : isClose;
    const asOther: Same = (value, _, i) => {
      const other = either[name]?.[i];
      return other !== undefined && isClose(value, other);
    };
    const same: Same = exact ? bitwise : (...given) => loose(...given) || asOther(...given);
    return ofSeries(name, got.series[name], recorded.series[name], same);
  });
}

function ofSeries(name: string, got: string | undefined, recorded: string | undefined, same: Same): string[] {
  if (got === undefined) return [`${name}: no longer measured`];
  if (recorded === undefined) return [`${name}: not recorded`];
  const [shape, recordedShape] = [got, recorded].map(shapeOf);
  if (shape !== recordedShape) return [`${name}: ${shape} instead of ${recordedShape}`];
  return ofValues(name, valuesOf(got), valuesOf(recorded), same);
}

function shapeOf(text: string): string {
  return `${valuesOf(text).length} values of steps ${text.slice(0, text.indexOf(":"))}`;
}

function ofValues(name: string, got: number[], recorded: number[], same: Same): string[] {
  const wrong = got.flatMap((value, i) => (same(value, recorded[i]!, i) ? [] : [i]));
  const [first] = wrong;
  if (first === undefined) return [];
  return [
    `${name}: ${wrong.length} of ${got.length} values, first number ${first}: ${got[first]} instead of ${recorded[first]}`,
  ];
}
