import type { Algebra } from "../phi/algebra";

const operator = (symbol: string) => (a: string, b: string) => `(${a} ${symbol} ${b})`;

/** Expressions of the tensor `v` in Python. */
export const PYTHON: Algebra<string> = {
  variable: "v",
  constant: (value) => (value < 0 ? `(${value})` : String(value)),
  unaryMinus: (a) => `(-${a})`,
  add: operator("+"),
  subtract: operator("-"),
  multiply: operator("*"),
  divide: operator("/"),
  exp: (a) => `torch.exp(${a})`,
  log: (a) => `torch.log(${a})`,
  sqrt: (a) => `torch.sqrt(${a})`,
  sigmoid: (a) => `torch.sigmoid(${a})`,
  softplus: (a) => `F.softplus(${a})`,
};
