import type { Algebra } from "./algebra";

/** What a formula costs once its powers are written out. */
export interface Cost {
  operations: number;
  /** Operations inside each other. */
  depth: number;
}

const unary = (a: Cost): Cost => ({ operations: a.operations + 1, depth: a.depth + 1 });
const binary = (a: Cost, b: Cost): Cost => ({
  operations: a.operations + b.operations + 1,
  depth: Math.max(a.depth, b.depth) + 1,
});
const leaf: Cost = { operations: 0, depth: 0 };

export const COST: Algebra<Cost> = {
  variable: leaf,
  constant: () => leaf,
  unaryMinus: unary,
  add: binary,
  subtract: binary,
  multiply: binary,
  divide: binary,
  exp: unary,
  log: unary,
  sqrt: unary,
  sigmoid: unary,
  softplus: unary,
};
