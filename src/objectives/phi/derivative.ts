import {
  bare,
  callNode,
  constantNode,
  type MathNode,
  type Operation,
  operatorNode,
  partsOf,
  symbolNode,
  transformed,
} from "./tree";

/** Derivatives of the functions whose own are written with them, neither of which loses digits at either end. */
const OUTER: Record<string, (a: MathNode) => MathNode> = {
  softplus: (a) => callNode("sigmoid", a),
  sigmoid: (a) => operatorNode("multiply", callNode("sigmoid", a), callNode("sigmoid", operatorNode("unaryMinus", a))),
};

/**
 * The derivative by v of a tree in normal form. Each call of softplus and sigmoid stands as a variable s of its own, and the
 * total derivative is put together: f' = df/dv + sum_s df/ds s'.
 */
export function derivativeOf(node: MathNode): MathNode {
  const calls: Operation[] = [];
  const opened = transformed(node, (part) => {
    if (part.kind !== "operation" || !OUTER[part.name]) return part;
    calls.push(part);
    return symbolNode(variableOf(calls.length - 1));
  });
  const terms = calls.map(({ name, args: [inner] }, index) => {
    const chain = operatorNode(
      "multiply",
      OUTER[name]?.(inner as MathNode) as MathNode,
      derivativeOf(inner as MathNode),
    );
    return operatorNode("multiply", partial(opened, variableOf(index)), chain);
  });
  const total = terms.reduce((sum, term) => operatorNode("add", sum, term), partial(opened, "v"));
  return calls.reduce<MathNode>((tree, part, index) => replaced(tree, variableOf(index), part), total);
}

/** The name of call number `index`, at this level: what stands for it is put back before any level above sees it. */
function variableOf(index: number): string {
  return `s${index}`;
}

function replaced(tree: MathNode, name: string, by: MathNode): MathNode {
  return transformed(tree, (node) => (node.kind === "symbol" && node.name === name ? by : node));
}

type Rule = (args: readonly MathNode[], of: (node: MathNode) => MathNode, variable: string) => MathNode;

const RULES: Readonly<Record<string, Rule>> = {
  unaryMinus: ([a], of) => operatorNode("unaryMinus", of(a as MathNode)),
  add: ([a, b], of) => operatorNode("add", of(a as MathNode), of(b as MathNode)),
  subtract: ([a, b], of) => operatorNode("subtract", of(a as MathNode), of(b as MathNode)),
  multiply: ([a, b], of, variable) => ofProduct(a as MathNode, b as MathNode, of, variable),
  divide: ([a, b], of, variable) => ofQuotient(a as MathNode, b as MathNode, of, variable),
  // Of a whole power alone: the normal form has no others.
  pow: ([a, n], of) =>
    operatorNode("multiply", n as MathNode, operatorNode("multiply", of(a as MathNode), lowered(a, n))),
  exp: ([a], of) => operatorNode("multiply", of(a as MathNode), callNode("exp", a as MathNode)),
  log: ([a], of) => operatorNode("divide", of(a as MathNode), a as MathNode),
  sqrt: ([a], of) =>
    operatorNode(
      "divide",
      of(a as MathNode),
      operatorNode("multiply", constantNode(2), callNode("sqrt", a as MathNode)),
    ),
};

/** The partial derivative, not simplified. */
function partial(node: MathNode, variable: string): MathNode {
  const shape = bare(node);
  if (isConstant(shape, variable)) return constantNode(0);
  if (shape.kind !== "operation") return constantNode(1);
  const rule = RULES[shape.name];
  if (!rule) throw new Error(`phi has no derivative of ${shape.name}.`);
  return rule(shape.args, (part) => partial(part, variable), variable);
}

function ofProduct(a: MathNode, b: MathNode, of: (node: MathNode) => MathNode, variable: string): MathNode {
  if (isConstant(a, variable)) return operatorNode("multiply", a, of(b));
  if (isConstant(b, variable)) return operatorNode("multiply", b, of(a));
  return operatorNode("add", operatorNode("multiply", of(a), b), operatorNode("multiply", a, of(b)));
}

function ofQuotient(a: MathNode, b: MathNode, of: (node: MathNode) => MathNode, variable: string): MathNode {
  if (isConstant(b, variable)) return operatorNode("divide", of(a), b);
  const square = operatorNode("pow", b, constantNode(2));
  if (isConstant(a, variable))
    return operatorNode("multiply", operatorNode("unaryMinus", a), operatorNode("divide", of(b), square));
  const above = operatorNode("subtract", operatorNode("multiply", of(a), b), operatorNode("multiply", a, of(b)));
  return operatorNode("divide", above, square);
}

function lowered(a: MathNode | undefined, n: MathNode | undefined): MathNode {
  return operatorNode("pow", a as MathNode, operatorNode("subtract", n as MathNode, constantNode(1)));
}

function isConstant(node: MathNode, variable: string): boolean {
  if (node.kind === "symbol") return node.name !== variable;
  return partsOf(node).every((part) => isConstant(part, variable));
}
