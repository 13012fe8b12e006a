import type { TensorInfo } from "@tensorflow/tfjs";
import type { Program } from "../../../engine/webgpu/gpu";
import { type Beside, turnAside, withBeside } from "./beside";
import { type HeadShape, shapeSource } from "./shape";

/**
 * Second dispatch: the cosines u u^T. An invocation holds a block of 4 x 4 in registers: 8 loads of a vector for 64
 * multiplications and additions. The matrix is symmetric, so blocks below the diagonal are written by their mirror images.
 *
 * @param unit [L, ROWS, 4 VECTORS]
 * @param cosines written, [L, ROWS, ROWS]
 */
export function cosinesProgram(
  shape: HeadShape,
  unit: TensorInfo,
  cosines: TensorInfo,
  beside: Beside | null,
): Program {
  const blocks = shape.rows / 4;
  const own = shape.learners * blocks * blocks;
  const { constants, wgsl } = shapeSource(shape);
  // Rows that are nobody's are 0.
  const vectors = shape.own ? "select(0u, VECTORS, 4u * j < VIEWS)" : "VECTORS";
  const program = {
    name: "head: cosines",
    reads: { unit },
    writes: { cosines },
    elements: { unit: "vec4f", cosines: "vec4f" },
    constants: { ...constants, BLOCKS: blocks },
    grid: { invocations: own },
    wgsl: /* wgsl */ `${wgsl}
/** Four views, one in each column, at one vector of their dimensions. */
fn four(view: u32, k: u32) -> mat4x4f {
  let at = view * VECTORS + k;
  return mat4x4f(unit[at], unit[at + VECTORS], unit[at + 2u * VECTORS], unit[at + 3u * VECTORS]);
}

fn write(learner: u32, i: u32, j: u32, block: mat4x4f) {
  let at = (learner * ROWS + 4u * i) * BLOCKS + j;
  cosines[at] = block[0];
  cosines[at + BLOCKS] = block[1];
  cosines[at + 2u * BLOCKS] = block[2];
  cosines[at + 3u * BLOCKS] = block[3];
}

fn run(index: u32) {${turnAside("index", own, beside)}
  let j = index % BLOCKS;
  let i = index / BLOCKS % BLOCKS;
  let learner = index / BLOCKS / BLOCKS;
  if (j < i) { return; }
  var block = mat4x4f();${shape.own ? "\n  see_learner(learner);" : ""}
  for (var k = 0u; k < ${vectors}; k++) {
    block += transpose(four(learner * ROWS + 4u * j, k)) * four(learner * ROWS + 4u * i, k);
  }
  write(learner, i, j, block);
  if (i != j) { write(learner, j, i, transpose(block)); }
}`,
  };
  return withBeside(program, own, beside);
}
