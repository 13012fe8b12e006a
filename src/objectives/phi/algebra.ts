import { bare, type MathNode } from "./tree";

/**
 * What the operations of phi mean for one kind of thing: numbers, tensors, WGSL text. One walk over the tree serves all.
 * Every operation of the normal form (normalForm.ts) is here; whole powers become products.
 */
export interface Algebra<T> {
  variable: T;
  constant(value: number): T;
  unaryMinus(a: T): T;
  add(a: T, b: T): T;
  subtract(a: T, b: T): T;
  multiply(a: T, b: T): T;
  divide(a: T, b: T): T;
  exp(a: T): T;
  log(a: T): T;
  sqrt(a: T): T;
  sigmoid(a: T): T;
  softplus(a: T): T;
}

type Unary = "unaryMinus" | "exp" | "log" | "sqrt" | "sigmoid" | "softplus";
type Binary = "add" | "subtract" | "multiply" | "divide";

const UNARY: ReadonlySet<string> = new Set<Unary>(["unaryMinus", "exp", "log", "sqrt", "sigmoid", "softplus"]);

/** Works a tree in normal form out in an algebra. */
export function interpret<T>(node: MathNode, algebra: Algebra<T>): T {
  const shape = bare(node);
  if (shape.kind === "number") return algebra.constant(shape.value);
  if (shape.kind === "symbol") return algebra.variable;
  const [first, second] = shape.args as [MathNode, MathNode];
  if (shape.name === "pow") return power(interpret(first, algebra), interpret(second, NUMBER), algebra);
  if (UNARY.has(shape.name)) return algebra[shape.name as Unary](interpret(first, algebra));
  return algebra[shape.name as Binary](interpret(first, algebra), interpret(second, algebra));
}

/** x^n by repeated squaring: WGSL's `pow` is undefined for a negative base and its error grows with the exponent. */
function power<T>(x: T, n: number, algebra: Algebra<T>): T {
  if (n < 0) return algebra.divide(algebra.constant(1), power(x, -n, algebra));
  if (n === 1) return x;
  const half = power(x, Math.floor(n / 2), algebra);
  const square = algebra.multiply(half, half);
  return n % 2 === 0 ? square : algebra.multiply(square, x);
}

/** Constants, in float64. */
export const NUMBER: Algebra<number> = {
  variable: Number.NaN,
  constant: (value) => value,
  unaryMinus: (a) => -a,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  softplus: (a) => Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))),
};
