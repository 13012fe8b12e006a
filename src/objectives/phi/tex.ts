import { type MathNode, type Operation, partsOf } from "./tree";

const OPERATIONS: Readonly<Record<string, (a: string, b: string) => string>> = {
  unaryPlus: (a) => `+${a}`,
  unaryMinus: (a) => `-${a}`,
  add: (a, b) => `${a}+${b}`,
  subtract: (a, b) => `${a}-${b}`,
  multiply: (a, b) => String.raw`${a}\cdot ${b}`,
  divide: (a, b) => String.raw`\frac{${a}}{${b}}`,
  pow: (a, b) => `{${a}}^{${b}}`,
  exp: (a) => `{e}^{${a}}`,
  log: (a) => String.raw`\log\left(${a}\right)`,
  sqrt: (a) => String.raw`\sqrt{${a}}`,
  tanh: (a) => String.raw`\tanh\left(${a}\right)`,
  sigmoid: (a) => String.raw`\sigma\left(${a}\right)`,
  softplus: (a) => String.raw`\operatorname{softplus}\left(${a}\right)`,
};

/** TeX of a parsed text, as its author wrote it. */
export function texOf(node: MathNode): string {
  if (node.kind === "number") return numberTex(node.token?.text ?? String(node.value));
  if (node.kind === "symbol") return node.name === "pi" ? String.raw`\pi` : node.name;
  if (node.kind === "parentheses") return String.raw`\left(${texOf(node.content)}\right)`;
  return operationTex(node);
}

function operationTex(node: Operation): string {
  const [a = "", b = ""] = partsOf(node).map(texOf);
  const isJuxtaposed = node.form === "implicit" && node.args[1]?.kind !== "number";
  return isJuxtaposed ? `${a}~${b}` : (OPERATIONS[node.name]?.(a, b) ?? "");
}

/** `1e-9` */
function numberTex(text: string): string {
  const [digits, exponent] = text.replace(/^[.]/, "0.").toLowerCase().split("e");
  return exponent === undefined ? String(digits) : String.raw`${digits}\cdot 10^{${exponent}}`;
}
