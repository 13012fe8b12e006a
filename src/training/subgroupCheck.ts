import type * as tf from "@tensorflow/tfjs";
import { readAndDispose } from "../engine/readAndDispose";
import type { PlaygroundBackend } from "../engine/webgpu/backend";
import { output } from "../engine/webgpu/gpu";
import type { LaneTotalType } from "../engine/wgsl/laneTotal";

const LANES = 64;
const GROUPS = 3;
/** Types of which sums are asked for, and the numbers that each has. */
const WIDTHS = { f32: 1, vec2f: 2, vec4f: 4 } as const satisfies Record<LaneTotalType, number>;

/**
 * Lets a backend make the sums over its workgroups by subgroups, where its device has them and sums of every type are right, in
 * every lane, and the same twice. To be asked again only after a change of the device.
 */
export async function chooseSubgroups(backend: PlaygroundBackend): Promise<void> {
  backend.subgroups = true;
  try {
    backend.subgroups = backend.subgroups && (await sumsAreRight(backend));
  } catch {
    // A driver that says it has subgroups, and does not compile them.
    backend.subgroups = false;
  }
}

async function sumsAreRight(backend: PlaygroundBackend): Promise<boolean> {
  for (const type of ["f32", "vec2f", "vec4f"] as const) {
    const [exact, parts, again] = [
      await totals(backend, type, 1),
      await totals(backend, type, 3),
      await totals(backend, type, 3),
    ];
    if (exact.some((total, i) => total !== expected(type, i)) || parts.some((total, i) => total !== again[i]))
      return false;
  }
  return true;
}

/** Totals of small integers, divided by `divisor`, in every lane of a few workgroups: exact, whatever the order, where it is 1. */
async function totals(backend: PlaygroundBackend, type: LaneTotalType, divisor: number): Promise<number[]> {
  const out: tf.Tensor = output(backend, [GROUPS * LANES * WIDTHS[type]]);
  backend.dispatch({
    name: "check of subgroups",
    reads: {},
    writes: { out },
    elements: { out: type },
    constants: { LANES },
    grid: { workgroups: GROUPS, lanes: LANES },
    laneTotal: type,
    wgsl: /* wgsl */ `
fn run(group: u32, lane: u32) {
  let own = f32((group * LANES + lane) * 37u % 101u);
  out[group * LANES + lane] = lane_total(lane, ${shareOf(type)} / ${divisor}.0);
}`,
  });
  return Array.from(await readAndDispose(out));
}

function shareOf(type: LaneTotalType): string {
  if (type === "f32") return "own";
  return type === "vec2f" ? "vec2f(own, own + 1.0)" : "vec4f(own, own + 1.0, own + 2.0, own + 3.0)";
}

/** The i-th number of `totals`. */
function expected(type: LaneTotalType, i: number): number {
  const width = WIDTHS[type];
  const group = Math.floor(i / width / LANES);
  const own = (lane: number) => (((group * LANES + lane) * 37) % 101) + (i % width);
  return Array.from({ length: LANES }, (_, lane) => own(lane)).reduce((sum, share) => sum + share, 0);
}
