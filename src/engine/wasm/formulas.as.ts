import { exp4, log4, softplus4 } from "./math.as";
import { round4 } from "./rounding.as";

/**
 * Works out small formulas (formulas.ts) over many numbers, in AssemblyScript. A formula is a list of operations on registers, each of
 * which holds as many numbers as are worked out at once; every operation is one loop over them.
 *
 * A program lies in memory as 32-bit words: numbers of constants and of operations, six registers of results; then each constant
 * (register, value), then each operation (number, register of the result, of its operands).
 */

const HEADER: usize = 32;

/** How many numbers a register holds at most, in bytes: what a formula works on then stays in the processor's nearest memory. */
export const REGISTER: usize = 256;

/** Numbers in a register. */
export const CHUNK: i32 = 64;

/** Where register `index` lies. */
@inline
export function register(registers: usize, index: i32): usize {
  return registers + <usize>index * REGISTER;
}

/** Where result `index` of a program lies. */
@inline
export function result(program: usize, registers: usize, index: i32): usize {
  return register(registers, load<i32>(program + ((<usize>index) << 2), 8));
}

/** Fills a register with one number. */
export function fill(at: usize, value: f32): void {
  const x = f32x4.splat(value);
  for (let k: usize = 0; k < REGISTER; k += 16) v128.store(at + k, x);
}

/** Sets the constants: once for any number of calls of `evaluate`. */
export function prepare(program: usize, registers: usize): void {
  let at = program + HEADER;
  for (let k = load<i32>(program); k > 0; k--, at += 8) fill(register(registers, load<i32>(at)), load<f32>(at, 4));
}

/** Works a program out for the first `count` numbers of its registers, rounded up to four. */
export function evaluate(program: usize, registers: usize, count: i32): void {
  const end = (<usize>((count + 3) & ~3)) << 2;
  let at = program + HEADER + ((<usize>load<i32>(program)) << 3);
  for (let k = load<i32>(program, 4); k > 0; k--, at += 20) {
    const to = register(registers, load<i32>(at, 4));
    const x = register(registers, load<i32>(at, 8)),
      y = register(registers, load<i32>(at, 12)),
      z = register(registers, load<i32>(at, 16));
    if (load<i32>(at) == ROUNDED) roundAll(x, to, end, load<i32>(at, 12));
    else operate(load<i32>(at), to, x, y, z, end);
  }
}

/** The operation whose second operand is no register but the number of a format. */
const ROUNDED: i32 = 19;

function roundAll(x: usize, to: usize, end: usize, format: i32): void {
  for (let k: usize = 0; k < end; k += 16) v128.store(to + k, round4(v128.load(x + k), format));
}

/** The numbers of the operations are those of OPERATIONS and FUNCTIONS in formulaProgram.ts. */
function operate(operation: i32, to: usize, x: usize, y: usize, z: usize, end: usize): void {
  switch (operation) {
    case 0:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.add(v128.load(x + k), v128.load(y + k)));
      break;
    case 1:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.sub(v128.load(x + k), v128.load(y + k)));
      break;
    case 2:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.mul(v128.load(x + k), v128.load(y + k)));
      break;
    case 3:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.div(v128.load(x + k), v128.load(y + k)));
      break;
    case 4:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.min(v128.load(x + k), v128.load(y + k)));
      break;
    case 5:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.max(v128.load(x + k), v128.load(y + k)));
      break;
    case 6:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.lt(v128.load(x + k), v128.load(y + k)));
      break;
    case 7:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.le(v128.load(x + k), v128.load(y + k)));
      break;
    case 8:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.eq(v128.load(x + k), v128.load(y + k)));
      break;
    case 9:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, v128.and(v128.load(x + k), v128.load(y + k)));
      break;
    case 10:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, v128.or(v128.load(x + k), v128.load(y + k)));
      break;
    case 11:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, v128.not(v128.load(x + k)));
      break;
    case 12:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.neg(v128.load(x + k)));
      break;
    case 13:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, exp4(v128.load(x + k)));
      break;
    case 14:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, log4(v128.load(x + k)));
      break;
    case 15:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.sqrt(v128.load(x + k)));
      break;
    case 16:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, f32x4.abs(v128.load(x + k)));
      break;
    case 17:
      for (let k: usize = 0; k < end; k += 16) v128.store(to + k, softplus4(v128.load(x + k)));
      break;
    default:
      // select(x, y, z): y where z.
      for (let k: usize = 0; k < end; k += 16)
        v128.store(to + k, v128.bitselect(v128.load(y + k), v128.load(x + k), v128.load(z + k)));
  }
}
