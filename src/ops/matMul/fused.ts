import type { GpuBackend, Program } from "../../engine/webgpu/gpu";
import { repeat } from "../../engine/wgsl/text";

/**
 * A matrix product per learner, out[l, i, j] = sum over k of left(l, i, k) right(l, k, j), with a block of outputs in the
 * registers of each invocation. Neighboring invocations have neighboring columns, so that a load of `right` is one
 * stretch of memory and a load of `left` one number for all of them: cheap on a GPU, and on a software adapter, whose
 * loads are slow unless they are one or the other.
 */
export interface Product {
  name: string;
  reads: Program["reads"];
  writes: Program["writes"];
  learners: number;
  rows: number;
  columns: number;
  inner: number;
  /** WGSL expressions in l, i, k and in l, k, j, all u32. */
  left: string;
  right: string;
  /** Value of a row before the product is added, in l and j; 0 where left out. */
  start?: string;
  /** Statement that stores `value` of row i and column j. */
  store: string;
  /** Statement that stores the sum over k of `right` in column j, once per column, where it is wanted. */
  storeColumnSum?: string;
  /** Functions that the expressions use. */
  wgsl?: string;
}

/** Rows and columns of a block, largest first: the more numbers a load serves, the fewer invocations there are. */
const BLOCKS = [
  [8, 8],
  [8, 4],
  [8, 2],
  [4, 2],
  [4, 1],
] as const;

/** One product per learner in one dispatch, a block of rows and columns an invocation; it is written to `product.writes`. */
export function dispatchProduct(backend: GpuBackend, product: Product): void {
  const { name, reads, writes, learners, rows, columns } = product;
  const [height, width] = blockFor(backend, product);
  /** Blocks of rows, and invocations side by side; the columns of one are `lanes` apart. */
  const [bands, lanes] = [Math.ceil(rows / height), Math.ceil(columns / width)];
  backend.dispatch({
    name,
    reads,
    writes,
    constants: { ROWS: rows, COLUMNS: columns, INNER: product.inner, BANDS: bands, LANES: lanes },
    grid: { invocations: learners * bands * lanes },
    wgsl: productWgsl(product, height, width),
  });
}

/** The largest block with which enough invocations are left to fill the device. */
function blockFor(backend: GpuBackend, { learners, rows, columns }: Product): readonly [number, number] {
  const invocations = ([height, width]: readonly [number, number]) =>
    learners * Math.ceil(rows / height) * Math.ceil(columns / width);
  return BLOCKS.find((block) => invocations(block) >= backend.wantedInvocations) ?? BLOCKS[BLOCKS.length - 1]!;
}

function productWgsl(product: Product, height: number, width: number): string {
  const { left, right, start = "0.0", store, storeColumnSum, wgsl = "" } = product;
  /** Whether the last block reaches beyond the rows or columns: a condition costs more than a store. */
  const [rowsEnd, columnsEnd] = [product.rows % height > 0, product.columns % width > 0];
  const rows = (line: (r: number) => string) => repeat(height, line);
  const columns = (line: (c: number) => string) => repeat(width, line);
  return /* wgsl */ `
${wgsl}
fn left_at(l: u32, i: u32, k: u32) -> f32 { return ${left}; }
fn right_at(l: u32, k: u32, j: u32) -> f32 { return ${right}; }
fn start_at(l: u32, j: u32) -> f32 { return ${start}; }
fn store(l: u32, i: u32, j: u32, value: f32) { ${where(rowsEnd, "i < ROWS", where(columnsEnd, "j < COLUMNS", store))} }
${storeColumnSum ? `fn store_sum(l: u32, j: u32, value: f32) { ${where(columnsEnd, "j < COLUMNS", storeColumnSum)} }` : ""}
fn run(invocation: u32) {
  let lane = invocation % LANES;
  let band = (invocation / LANES) % BANDS;
  let l = invocation / (LANES * BANDS);
  ${rows((r) => `let i${r} = min(band * ${height}u + ${r}u, ROWS - 1u);`)}
  ${columns((c) => `let j${c} = min(lane + ${c}u * LANES, COLUMNS - 1u); let start${c} = start_at(l, j${c}); var sum${c} = 0.0;`)}
  ${rows((r) => columns((c) => `var v${r}_${c} = start${c};`))}
  for (var k = 0u; k < INNER; k++) {
    ${columns((c) => `let right${c} = right_at(l, k, j${c});${storeColumnSum ? ` sum${c} += right${c};` : ""}`)}
    ${rows((r) => `let left${r} = left_at(l, i${r}, k);`)}
    ${rows((r) => columns((c) => `v${r}_${c} += left${r} * right${c};`))}
  }
  ${rows((r) => columns((c) => `store(l, band * ${height}u + ${r}u, lane + ${c}u * LANES, v${r}_${c});`))}
  ${storeColumnSum ? `if (band == 0u) { ${columns((c) => `store_sum(l, lane + ${c}u * LANES, sum${c});`)} }` : ""}
}`;
}

function where(needed: boolean, condition: string, statement: string): string {
  return needed ? `if (${condition}) { ${statement} }` : statement;
}
