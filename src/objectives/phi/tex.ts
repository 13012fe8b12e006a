import { type MathNode, shapeOf } from "./math";

const FUNCTIONS: Record<string, (argument: string) => string> = {
  exp: (a) => `{e}^{${a}}`,
  log: (a) => String.raw`\log\left(${a}\right)`,
  sqrt: (a) => String.raw`\sqrt{${a}}`,
  tanh: (a) => String.raw`\tanh\left(${a}\right)`,
  sigmoid: (a) => String.raw`\sigma\left(${a}\right)`,
  softplus: (a) => String.raw`\operatorname{softplus}\left(${a}\right)`,
};

/** TeX of a parsed text, as its author wrote it. */
export function texOf(node: MathNode): string {
  const tex: string = node.toTex({
    handler: (part: MathNode) => {
      if (part.type !== "FunctionNode") return undefined;
      const shape = shapeOf(part);
      return shape.kind === "operation" ? FUNCTIONS[shape.name]?.(texOf(shape.args[0]!)) : undefined;
    },
  });
  return tex.trim();
}
