import type { Token } from "./tokens";

/** A formula as a tree that never changes, so that trees can share their parts. */
export type MathNode = NumberNode | SymbolNode | Operation | Parentheses;

interface NumberNode {
  kind: "number";
  value: number;
  /** Where it stands in the text, of a node that was read from one. */
  token?: Token;
}

interface SymbolNode {
  kind: "symbol";
  name: string;
  token?: Token;
}

export interface Operation {
  kind: "operation";
  name: string;
  args: readonly MathNode[];
  /** `implicit`: a product without a sign, as in `2v`. */
  form: "operator" | "implicit" | "call";
  /** The name of a call. */
  token?: Token;
}

/** What stands in parentheses. */
export interface Parentheses {
  kind: "parentheses";
  content: MathNode;
}

type OperatorName = "add" | "subtract" | "multiply" | "divide" | "pow" | "unaryMinus";

export function constantNode(value: number): MathNode {
  return { kind: "number", value };
}

export function symbolNode(name: string): MathNode {
  return { kind: "symbol", name };
}

export function operatorNode(name: OperatorName, ...args: MathNode[]): MathNode {
  return { kind: "operation", name, args, form: "operator" };
}

export function callNode(name: string, argument: MathNode): MathNode {
  return { kind: "operation", name, args: [argument], form: "call" };
}

/** A node without the parentheses around it. */
export function bare(node: MathNode): Exclude<MathNode, Parentheses> {
  return node.kind === "parentheses" ? bare(node.content) : node;
}

/** Its parts, from left to right. */
export function partsOf(node: MathNode): readonly MathNode[] {
  if (node.kind === "parentheses") return [node.content];
  return node.kind === "operation" ? node.args : [];
}

/**
 * The tree with other nodes in it, from the root down.
 * @param change another node in place of this one, whose parts are then left alone, or the same
 */
export function transformed(node: MathNode, change: (node: MathNode) => MathNode): MathNode {
  const changed = change(node);
  if (changed !== node) return changed;
  if (node.kind === "parentheses") return { ...node, content: transformed(node.content, change) };
  return node.kind === "operation" ? { ...node, args: node.args.map((arg) => transformed(arg, change)) } : node;
}

/** Whether two formulas are written alike, wherever they stand. */
export function isSame(a: MathNode, b: MathNode): boolean {
  if (a.kind === "number") return b.kind === "number" && a.value === b.value;
  if (a.kind === "symbol") return b.kind === "symbol" && a.name === b.name;
  if (a.kind !== b.kind || (b.kind === "operation" && a.kind === "operation" && a.name !== b.name)) return false;
  const parts = partsOf(b);
  return partsOf(a).length === parts.length && partsOf(a).every((part, i) => isSame(part, parts[i] as MathNode));
}
