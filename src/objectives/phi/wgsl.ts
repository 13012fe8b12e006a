import { f32 } from "../../engine/wgsl/numbers";
import type { Algebra } from "./algebra";

const operator = (symbol: string) => (a: string, b: string) => `(${a} ${symbol} ${b})`;

/** Expressions of `v`, for shaders that have `softplus` (SOFTPLUS_WGSL). */
export const WGSL: Algebra<string> = {
  variable: "v",
  constant: (value) => (value < 0 ? `(${f32(value)})` : f32(value)),
  unaryMinus: (a) => `(-${a})`,
  add: operator("+"),
  subtract: operator("-"),
  multiply: operator("*"),
  divide: operator("/"),
  exp: (a) => `exp(${a})`,
  log: (a) => `log(${a})`,
  sqrt: (a) => `sqrt(${a})`,
  // 1 / (1 + e^-a) without an overflow on the way, after which WGSL promises nothing.
  sigmoid: (a) => `exp(-softplus(-${a}))`,
  softplus: (a) => `softplus(${a})`,
};
