import { type Algebra, NUMBER } from "./algebra";

type FunctionOfV = (v: number) => number;

/** Functions of a number whose every operation is rounded by `round`. */
function functions(round: (x: number) => number): Algebra<FunctionOfV> {
  const unary = (f: (a: number) => number) => (a: FunctionOfV) => (v: number) => round(f(a(v)));
  const binary = (f: (a: number, b: number) => number) => (a: FunctionOfV, b: FunctionOfV) => (v: number) =>
    round(f(a(v), b(v)));
  return {
    variable: round,
    constant: (value) => {
      const rounded = round(value);
      return () => rounded;
    },
    unaryMinus: unary(NUMBER.unaryMinus),
    add: binary(NUMBER.add),
    subtract: binary(NUMBER.subtract),
    multiply: binary(NUMBER.multiply),
    divide: binary(NUMBER.divide),
    exp: unary(NUMBER.exp),
    log: unary(NUMBER.log),
    sqrt: unary(NUMBER.sqrt),
    sigmoid: unary(NUMBER.sigmoid),
    softplus: unary(NUMBER.softplus),
  };
}

export const FLOAT64 = functions((x) => x);
/** Overflows and underflows where the GPU does. */
export const FLOAT32 = functions(Math.fround);
