import type { Tensor } from "@tensorflow/tfjs";
import { softplus } from "../parts/softplus";
import { type Algebra, NUMBER } from "./algebra";

/** A number stands for a tensor that has it everywhere. */
type Operand = Tensor | number;

/** Chained tensor methods; in float32 on any backend. @param v any shape */
export function tensorsOf(v: Tensor): Algebra<Operand> {
  return {
    variable: v,
    constant: (value) => value,
    unaryMinus: unary((a) => a.neg(), NUMBER.unaryMinus),
    add: (a, b) => (typeof a === "number" ? (typeof b === "number" ? a + b : b.add(a)) : a.add(b)),
    subtract: (a, b) => (typeof a === "number" ? (typeof b === "number" ? a - b : b.neg().add(a)) : a.sub(b)),
    multiply: (a, b) => (typeof a === "number" ? (typeof b === "number" ? a * b : b.mul(a)) : a.mul(b)),
    divide: (a, b) => (typeof a === "number" ? (typeof b === "number" ? a / b : b.reciprocal().mul(a)) : a.div(b)),
    exp: unary((a) => a.exp(), NUMBER.exp),
    log: unary((a) => a.log(), NUMBER.log),
    sqrt: unary((a) => a.sqrt(), NUMBER.sqrt),
    sigmoid: unary((a) => a.neg().exp().add(1).reciprocal(), NUMBER.sigmoid),
    softplus: unary(softplus, NUMBER.softplus),
  };
}

function unary(ofTensor: (a: Tensor) => Tensor, ofNumber: (a: number) => number) {
  return (a: Operand): Operand => (typeof a === "number" ? ofNumber(a) : ofTensor(a));
}

/** A tensor of the shape of `v`. */
export function filled(v: Tensor, value: Operand): Tensor {
  return typeof value === "number" ? v.onesLike().mul(value) : value;
}
