import { say } from "../../i18n/message";
import { NUMBER } from "./algebra";
import { texts } from "./errors";
import type { Spans } from "./spans";
import { bare, callNode, constantNode, isSame, type MathNode, operatorNode, symbolNode } from "./tree";

/**
 * The normal form of phi and of its derivative: constants worked out, nothing multiplied by 0 or 1, whole powers up to
 * MAX_POWER or none, and softplus and sigmoid found where they are written out, so that they keep their digits.
 */

export const MAX_POWER = 16;
const CONSTANTS: Record<string, number> = { e: Math.E, pi: Math.PI };

/**
 * @param spans finds the node in the text that a refusal is about
 * @throws Refusal where a constant does not fit float32 (WGSL refuses such a shader), or a power has no real value
 */
export function normalForm(node: MathNode, spans: Spans): MathNode {
  const shape = bare(node);
  if (shape.kind === "number") return constantNode(shape.value);
  if (shape.kind === "symbol") return shape.name in CONSTANTS ? constantNode(CONSTANTS[shape.name]!) : symbolNode("v");
  const [a, b] = shape.args.map((arg) => normalForm(arg, spans)) as [MathNode, MathNode?];
  if (shape.name === "pow" && (numberOf(a) ?? 1) <= 0 && numberOf(b!) === null) {
    throw spans.refusal(node, texts.power);
  }
  const result = REWRITES[shape.name]?.(a, b);
  if (!result) throw spans.refusal(node, say(texts.noOperation, { name: shape.name }));
  const value = numberOf(result);
  if (value !== null && !Number.isFinite(Math.fround(value))) {
    throw spans.refusal(node, texts.infinite);
  }
  return result;
}

type Rewrite = (a: MathNode, b?: MathNode) => MathNode;
const REWRITES: Record<string, Rewrite> = {
  unaryPlus: (a) => a,
  unaryMinus: negate,
  add: (a, b) => add(a, b!),
  subtract: (a, b) => add(a, negate(b!)),
  multiply: (a, b) => multiply(a, b!),
  divide: (a, b) => divide(a, b!),
  pow: (a, b) => power(a, b!),
  exp: (a) => call("exp", a),
  log,
  sqrt: (a) => call("sqrt", a),
  // Twice the argument inside and out: its derivative is then a product of sigmoids, which loses no digits.
  tanh: (a) => add(multiply(constantNode(2), call("sigmoid", multiply(constantNode(2), a))), constantNode(-1)),
  sigmoid: (a) => call("sigmoid", a),
  softplus: (a) => call("softplus", a),
};

function numberOf(node: MathNode): number | null {
  const shape = bare(node);
  return shape.kind === "number" ? shape.value : null;
}

/** The arguments of an operation of this name, else null. */
function argumentsOf(node: MathNode, name: string): readonly MathNode[] | null {
  const shape = bare(node);
  return shape.kind === "operation" && shape.name === name ? shape.args : null;
}

function call(name: "exp" | "log" | "sqrt" | "sigmoid" | "softplus", a: MathNode): MathNode {
  const value = numberOf(a);
  return value === null ? callNode(name, a) : constantNode(NUMBER[name](value));
}

function negate(a: MathNode): MathNode {
  const value = numberOf(a);
  if (value !== null) return constantNode(-value);
  return argumentsOf(a, "unaryMinus")?.[0] ?? operatorNode("unaryMinus", a);
}

function add(a: MathNode, b: MathNode): MathNode {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null && y !== null) return constantNode(x + y);
  if (x === 0) return b;
  if (y === 0) return a;
  if (y !== null && y < 0) return operatorNode("subtract", a, constantNode(-y));
  const subtracted = argumentsOf(b, "unaryMinus")?.[0];
  return subtracted ? operatorNode("subtract", a, subtracted) : operatorNode("add", a, b);
}

/** Constants go to the front and join there. */
function multiply(a: MathNode, b: MathNode): MathNode {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null && y !== null) return constantNode(x * y);
  if (y !== null) return multiply(b, a);
  if (x === 0) return a;
  if (x === 1) return b;
  if (x === -1) return negate(b);
  const [factor, rest] = argumentsOf(b, "multiply") ?? [];
  const joined = x !== null && factor && rest && numberOf(factor);
  return typeof joined === "number" ? multiply(constantNode(x! * joined), rest!) : operatorNode("multiply", a, b);
}

function divide(a: MathNode, b: MathNode): MathNode {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null && y !== null) return constantNode(x / y);
  if (x === 0) return a;
  if (y === 1) return a;
  const exponent = exponentBesideOne(b);
  if (exponent && x !== null) return multiply(a, call("sigmoid", negate(exponent)));
  const risen = argumentsOf(a, "exp")?.[0];
  if (exponent && risen && isSame(risen, exponent)) return call("sigmoid", exponent);
  return operatorNode("divide", a, b);
}

function log(a: MathNode): MathNode {
  const exponent = exponentBesideOne(a);
  return exponent ? call("softplus", exponent) : (argumentsOf(a, "exp")?.[0] ?? call("log", a));
}

/** x of 1 + exp(x), in either order. */
function exponentBesideOne(node: MathNode): MathNode | null {
  const [a, b] = argumentsOf(node, "add") ?? [];
  if (!a || !b) return null;
  const power = numberOf(a) === 1 ? b : numberOf(b) === 1 ? a : null;
  return (power && argumentsOf(power, "exp")?.[0]) ?? null;
}

/** Small whole powers stay; b^p = exp(p log b) is all others, for positive b. What is not positive shows as NaN later. */
function power(base: MathNode, exponent: MathNode): MathNode {
  const [x, n] = [numberOf(base), numberOf(exponent)];
  if (x !== null && n !== null) return constantNode(x ** n);
  if (n === 0) return constantNode(1);
  if (n === 1) return base;
  if (n === 0.5) return call("sqrt", base);
  const small = n !== null && Number.isInteger(n) && Math.abs(n) <= MAX_POWER;
  if (small && !argumentsOf(base, "exp")) return operatorNode("pow", base, constantNode(n));
  return call("exp", multiply(exponent, log(base)));
}
