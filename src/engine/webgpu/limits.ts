import type { Program } from "./gpu";

/** What a device allows one program, said in the program's name where it asks for more: the device itself names a number only. */

/** Limits that training can use beyond what every device has; the device is asked for as much as its adapter has. */
export const WANTED_LIMITS = [
  "maxBufferSize",
  "maxComputeInvocationsPerWorkgroup",
  "maxComputeWorkgroupSizeX",
  "maxComputeWorkgroupStorageSize",
  "maxComputeWorkgroupsPerDimension",
  "maxStorageBufferBindingSize",
] as const satisfies (keyof GPUSupportedLimits)[];

/** @throws Error naming the program that has too many storage buffers or invocations */
export function assertAllowed(program: Program, limits: GPUSupportedLimits): void {
  const {
    maxStorageBuffersPerShaderStage: buffers,
    maxComputeInvocationsPerWorkgroup,
    maxComputeWorkgroupSizeX,
  } = limits;
  const lanes = Math.min(maxComputeInvocationsPerWorkgroup, maxComputeWorkgroupSizeX);
  const { name, reads, writes, grid } = program;
  const used = Object.keys(reads).length + Object.keys(writes).length;
  if (used > buffers) throw new Error(`"${name}" has ${used} storage buffers; this device allows ${buffers}.`);
  if ("lanes" in grid && grid.lanes > lanes)
    throw new Error(`"${name}" has ${grid.lanes} invocations to a workgroup; this device allows ${lanes}.`);
}
