import {
  create,
  derivativeDependencies,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  type OperatorNodeFn,
  type OperatorNodeOp,
  parseDependencies,
} from "mathjs/number";

/**
 * mathjs as far as phi needs it: its parser, and the derivative of a parsed tree. Nothing is ever evaluated through it.
 * What is bundled of mathjs and of typed-function has no `eval` and no `new Function` in it, so that the page's content
 * security policy holds without 'unsafe-eval'; test/objectives/phiBundle.test.ts looks for them in the built module.
 *
 * mathjs's `simplify` is left alone: its `simplifyCore` takes twice as long per factor of a product, 0.1 s for ten of
 * them, which a link must not be able to ask for. normalForm.ts has the few rules that phi needs.
 */
const math = create({ parseDependencies: parseDependencies!, derivativeDependencies: derivativeDependencies! }, {});

export type { MathNode };

/** @throws SyntaxError with the 1-based position `char` */
export function parseText(text: string): MathNode {
  return math.parse(text);
}

/** The partial derivative by the library's rules, not simplified; it knows neither `softplus` nor `sigmoid`. */
export function partialDerivative(node: MathNode, variable: string): MathNode {
  return math.derivative(node, variable, { simplify: false });
}

export function constantNode(value: number): MathNode {
  return new math.ConstantNode(value);
}

export function symbolNode(name: string): MathNode {
  return new math.SymbolNode(name);
}

const SYMBOLS = { add: "+", subtract: "-", multiply: "*", divide: "/", pow: "^", unaryMinus: "-" } as const;

export function operatorNode(fn: keyof typeof SYMBOLS, ...args: MathNode[]): MathNode {
  return new math.OperatorNode(SYMBOLS[fn], fn, args) as MathNode;
}

export function callNode(name: string, argument: MathNode): MathNode {
  return new math.FunctionNode(name, [argument]);
}

/** What kind of node this is, with its parts. */
export type Shape =
  | { kind: "number"; value: number }
  | { kind: "symbol"; name: string }
  | { kind: "operation"; name: string; args: MathNode[] };

/** Parentheses count as what they hold. @throws on nodes that no text of numbers, names, calls and operators has */
export function shapeOf(node: MathNode): Shape {
  if ("content" in node) return shapeOf(node.content as MathNode);
  if ("value" in node) return { kind: "number", value: Number(node.value) };
  if (node.type === "OperatorNode") {
    const { fn, args } = node as OperatorNode<OperatorNodeOp, OperatorNodeFn>;
    return { kind: "operation", name: fn, args };
  }
  if (node.type === "FunctionNode") {
    const { fn, args } = node as FunctionNode;
    return { kind: "operation", name: fn.name, args };
  }
  if ("name" in node) return { kind: "symbol", name: String(node.name) };
  throw new Error(`phi cannot have a ${node.type}.`);
}
