import { callNode, type MathNode, operatorNode, partialDerivative, shapeOf, symbolNode } from "./math";

/** Derivatives of the functions that mathjs does not know, neither of which loses digits at either end. */
const OUTER: Record<string, (a: MathNode) => MathNode> = {
  softplus: (a) => callNode("sigmoid", a),
  sigmoid: (a) =>
    operatorNode("multiply", callNode("sigmoid", a), callNode("sigmoid", operatorNode("unaryMinus", a.clone()))),
};

/**
 * The derivative by v of a tree in normal form. The library does not know softplus and sigmoid, so each call of them
 * stands as a variable s of its own, and the total derivative is put together: f' = df/dv + sum_s df/ds s'.
 */
export function derivativeOf(node: MathNode): MathNode {
  const calls: MathNode[] = [];
  const opened = node.transform((part) => {
    if (!outerOf(part)) return part;
    calls.push(part);
    return symbolNode(variableOf(calls.length - 1));
  });
  const terms = calls.map((part, index) => {
    const inner = derivativeOf(argumentOf(part));
    const chain = operatorNode("multiply", outerOf(part)!(argumentOf(part)), inner);
    return operatorNode("multiply", partialDerivative(opened, variableOf(index)), chain);
  });
  const total = terms.reduce((sum, term) => operatorNode("add", sum, term), partialDerivative(opened, "v"));
  return calls.reduce((tree, part, index) => replaced(tree, variableOf(index), part), total);
}

function outerOf(node: MathNode): ((a: MathNode) => MathNode) | undefined {
  const shape = shapeOf(node);
  return shape.kind === "operation" ? OUTER[shape.name] : undefined;
}

function argumentOf(call: MathNode): MathNode {
  const shape = shapeOf(call);
  if (shape.kind !== "operation") throw new Error("A call was expected.");
  return shape.args[0]!;
}

/** The name of call number `index`, at this level: what stands for it is put back before any level above sees it. */
function variableOf(index: number): string {
  return `s${index}`;
}

function replaced(tree: MathNode, name: string, by: MathNode): MathNode {
  return tree.transform((node) => {
    const shape = shapeOf(node);
    return shape.kind === "symbol" && shape.name === name ? by.clone() : node;
  });
}
