/** A module of WebAssembly, written byte by byte: https://webassembly.github.io/spec/core/binary/ */

/** Chains that do not wait for each other. */
export const ACCUMULATORS = 10;

const PAGE = 65_536;
const [I32, F32, V128] = [0x7f, 0x7d, 0x7b];
const [LOOP, END, BRANCH_IF, NO_VALUE] = [0x03, 0x0b, 0x0d, 0x40];
const [GET, SET, TEE] = [0x20, 0x21, 0x22];
const SIMD = 0xfd;
const ADD = [SIMD, 0xe4, 0x01];
const MULTIPLY = [SIMD, 0xe6, 0x01];
const RELAXED_MULTIPLY_ADD = [SIMD, 0x85, 0x02];
const SPLAT = [SIMD, 0x13];
const FIRST_LANE = [SIMD, 0x1f, 0];
const LOAD = (offset: number) => [SIMD, 0x00, 4, offset];

interface WasmLimits {
  /** @param count of iterations, each `ACCUMULATORS` multiply-adds of four numbers */
  multiplyAdd(count: number): number;
  /** @param bytes from the first on, a multiple of 64 */
  sum(bytes: number): number;
}

/**
 * @param isRelaxed whether a multiply-add is one instruction of relaxed SIMD
 * @param bytes of memory
 * @throws where the engine does not know these instructions
 */
export function wasmLimits(isRelaxed: boolean, bytes = PAGE): WasmLimits {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleOf(isRelaxed, bytes)));
  return exports as unknown as WasmLimits;
}

function moduleOf(isRelaxed: boolean, bytes: number): Uint8Array<ArrayBuffer> {
  const name = (text: string) => vector([...new TextEncoder().encode(text)]);
  return Uint8Array.of(
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list([[0x60, ...vector([I32]), ...vector([F32])]])),
    ...section(3, list([[0], [0]])),
    ...section(5, list([[0, ...unsigned(Math.ceil(bytes / PAGE))]])),
    ...section(
      7,
      list([
        [...name("multiplyAdd"), 0, 0],
        [...name("sum"), 0, 1],
      ]),
    ),
    ...section(10, list([vector(multiplyAddBody(isRelaxed)), vector(sumBody())])),
  );
}

/** Local 0 counts down; then the chains, the factor and the summand. */
function multiplyAddBody(isRelaxed: boolean): number[] {
  const [factor, summand] = [ACCUMULATORS + 1, ACCUMULATORS + 2];
  const chains = Array.from({ length: ACCUMULATORS }, (_, i) => i + 1);
  const operate = isRelaxed
    ? [GET, factor, GET, summand, ...RELAXED_MULTIPLY_ADD]
    : [GET, factor, ...MULTIPLY, GET, summand, ...ADD];
  return [
    ...list([[ACCUMULATORS + 2, V128]]),
    ...[...constant(0.999), ...SPLAT, SET, factor],
    ...[...constant(0.001), ...SPLAT, SET, summand],
    ...[LOOP, NO_VALUE],
    ...chains.flatMap((chain) => [GET, chain, ...operate, SET, chain]),
    ...[GET, 0, 0x41, 1, 0x6b, TEE, 0, BRANCH_IF, 0, END],
    ...total(chains),
    END,
  ];
}

/** Local 0 counts down, from the end of the memory to its beginning; four sums. */
function sumBody(): number[] {
  const sums = [1, 2, 3, 4];
  return [
    ...list([[sums.length, V128]]),
    ...[LOOP, NO_VALUE],
    ...[GET, 0, 0x41, ...[0xc0, 0x00], 0x6b, SET, 0],
    ...sums.flatMap((sum, i) => [GET, sum, GET, 0, ...LOAD(16 * i), ...ADD, SET, sum]),
    ...[GET, 0, BRANCH_IF, 0, END],
    ...total(sums),
    END,
  ];
}

function total(locals: number[]): number[] {
  return [...locals.flatMap((local, i) => [GET, local, ...(i > 0 ? ADD : [])]), ...FIRST_LANE];
}

function constant(value: number): number[] {
  return [0x43, ...new Uint8Array(Float32Array.of(value).buffer)];
}

function section(id: number, content: number[]): number[] {
  return [id, ...vector(content)];
}

function list(entries: number[][]): number[] {
  return [...unsigned(entries.length), ...entries.flat()];
}

function vector(bytes: number[]): number[] {
  return [...unsigned(bytes.length), ...bytes];
}

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}
