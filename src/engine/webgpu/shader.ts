import type { DataType } from "@tensorflow/tfjs";
import { laneTotalOfSubgroupsWgsl, laneTotalWgsl } from "../wgsl/laneTotal";
import type { Program } from "./gpu";

/** Invocations of a workgroup where the program does not say. */
const LANES = 64;
/** Workgroups along one dimension that every device allows. */
const WORKGROUPS_PER_DIMENSION = 65535;

const ELEMENT: Partial<Record<DataType, string>> = { float32: "f32", int32: "i32", bool: "i32" };

/** Bindings of a program in their order: reads, writes, uniforms. */
export function bindingsOf(program: Program): { type: GPUBufferBindingType; name: string }[] {
  const named = (tensors: object | undefined, type: GPUBufferBindingType) =>
    Object.keys(tensors ?? {}).map((name) => ({ name, type }));
  return [
    ...named(program.reads, "read-only-storage"),
    ...named(program.writes, "storage"),
    ...named(program.uniforms, "uniform"),
  ];
}

/**
 * The complete text of a program: declarations, its own functions, and the entry point `main`.
 * @param subgroups whether sums over a workgroup are made by subgroups
 */
export function shaderOf(program: Program, subgroups = false): string {
  const { laneTotal, wgsl } = program;
  const bySubgroups = subgroups && laneTotal !== undefined;
  const total = laneTotal && (bySubgroups ? laneTotalOfSubgroupsWgsl(laneTotal) : laneTotalWgsl(laneTotal));
  return [
    ...(bySubgroups ? ["enable subgroups;"] : []),
    ...constants(program),
    ...declarations(program),
    ...(total ? [total] : []),
    wgsl,
    entryPoint(program, bySubgroups),
  ].join("\n");
}

/** Workgroups along x and y. */
export function workgroupsOf({ grid }: Program): [number, number] {
  const count = "invocations" in grid ? Math.ceil(grid.invocations / LANES) : grid.workgroups;
  const rows = Math.ceil(count / WORKGROUPS_PER_DIMENSION);
  return [Math.ceil(count / rows), rows];
}

function constants(program: Program): string[] {
  return Object.entries(program.constants ?? {}).map(([name, value]) => `const ${name}: u32 = ${value}u;`);
}

function declarations(program: Program): string[] {
  const { reads, writes, uniforms = {}, elements = {} } = program;
  return bindingsOf(program).map(({ name, type }, index) => {
    const place = `@group(0) @binding(${index})`;
    if (type === "uniform") return `${place} var<uniform> ${name}: ${uniforms[name]?.type};`;
    const tensor = reads[name] ?? writes[name];
    const element = elements[name] ?? (tensor && ELEMENT[tensor.dtype]);
    return `${place} var<storage, ${type === "storage" ? "read_write" : "read"}> ${name}: array<${element}>;`;
  });
}

/** A long row of workgroups is folded into two dimensions, so the last row may hold some that have nothing to do. */
function entryPoint({ grid }: Program, bySubgroups: boolean): string {
  const [lanes, limit, call] =
    "invocations" in grid
      ? [LANES, grid.invocations, `let i = group * ${LANES}u + lane; if (i < LIMIT) { run(i); }`]
      : [grid.lanes, grid.workgroups, "if (group < LIMIT) { run(group, lane); }"];
  return /* wgsl */ `
const LIMIT: u32 = ${limit}u;
@compute @workgroup_size(${lanes})
fn main(
  @builtin(workgroup_id) id: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) lane: u32,${bySubgroups ? "\n  @builtin(subgroup_size) together: u32," : ""}
) {${bySubgroups ? "\n  subgroup_lanes = together;" : ""}
  let group = id.y * count.x + id.x;
  ${call}
}`;
}
