import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FormulaText, programOf } from "../../../src/engine/wasm/formulas";
import { LOG_AVERAGE_WGSL, logAverage, logAverageWgsl } from "../../../src/objectives/parts/logAverage";
import { NEVER } from "../../../src/objectives/parts/sentinels";
import { chooseCpu } from "../../support/experiment";

/** The operations of formulas.as.ts in their order, in float64. */
const OPERATIONS: ((x: number, y: number, z: number) => number)[] = [
  (x, y) => x + y,
  (x, y) => x - y,
  (x, y) => x * y,
  (x, y) => x / y,
  (x, y) => Math.min(x, y),
  (x, y) => Math.max(x, y),
  (x, y) => Number(x < y),
  (x, y) => Number(x <= y),
  (x, y) => Number(x === y),
  (x, y) => x && y,
  (x, y) => x || y,
  (x) => Number(!x),
  (x) => -x,
  Math.exp,
  Math.log,
  Math.sqrt,
  Math.abs,
  (x) => Math.log1p(Math.exp(x)),
  (x, y, z) => (z ? y : x),
];

/** What the kernels work out of a formula. */
function evaluate(text: FormulaText, ...inputs: number[]): number[] {
  const program = programOf(text);
  if (!program) throw new Error(`There is no program of "${text.body}".`);
  const [constants = 0, operations = 0, ...rest] = program.words;
  const floats = new Float32Array(program.words.buffer);
  const registers = [...inputs];
  for (let k = 0; k < constants; k++) registers[program.words[8 + 2 * k]!] = floats[9 + 2 * k]!;
  for (let k = 0; k < operations; k++) {
    const [operation, to, ...operands] = program.words.slice(8 + 2 * constants + 5 * k) as unknown as number[];
    const [x = 0, y = 0, z = 0] = operands.map((place) => registers[place] ?? Number.NaN);
    registers[to!] = OPERATIONS[operation!]!(x, y, z);
  }
  const others = Object.values(text.variables ?? {}).reduce((sum, size) => sum + size, 0);
  return rest.slice(0, text.outputs + others).map((place) => registers[place]!);
}

interface Sample {
  text: string;
  value(v: number, w: number): number;
}

/** Binary operations as they are written, and what they give. */
const SAMPLED: { text(x: string, y: string): string; value(x: number, y: number): number }[] = [
  { text: (x, y) => `(${x} + ${y})`, value: (x, y) => x + y },
  { text: (x, y) => `(${x} - ${y} * ${y})`, value: (x, y) => x - y * y },
  { text: (x, y) => `-min(${x}, abs(${y}))`, value: (x, y) => -Math.min(x, Math.abs(y)) },
  { text: (x, y) => `clamp(${x}, -1.5, ${y})`, value: (x, y) => Math.min(Math.max(x, -1.5), y) },
  { text: (x, y) => `select(${x}, 2.0, ${x} > ${y} && !(${y} >= 1.0))`, value: (x, y) => (x > y && !(y >= 1) ? 2 : x) },
];

const words = (body: string, inputs = ["v"], outputs = 1) => programOf({ body, inputs, outputs });

describe("programOf", () => {
  it("works every value out once", () => {
    const program = words("let x = v * 2.0; return LogitGradient(x, -x, v * 2.0 + 2.0);", ["v"], 3);
    // v, the constant, the product, its negative, the sum.
    expect(program?.registers).toBe(5);
    const [constants, operations, first, second, third] = program?.words ?? [];
    expect([constants, operations, first, second, third]).toEqual([1, 3, 2, 3, 4]);
  });

  it("gives zeros for a constructor without arguments", () => {
    const { words: program } = words("return vec2f();", ["p"], 2) ?? {};
    expect(Array.from(program?.slice(0, 10) ?? [])).toEqual([1, 0, 1, 1, 0, 0, 0, 0, 1, 0]);
  });

  it("reads comments, counts, and members as names", () => {
    expect(words("/* one */ return a.ess / f32(VIEWS - 2u); // of all", ["a.ess", "VIEWS"])).not.toBeNull();
  });

  it("sets variables, and leaves the others at 0", () => {
    const variables = { kept: 1, of_learned: 2 };
    const text = { inputs: ["v", "learned.x", "learned.y"], outputs: 2, variables };
    const body = `
      kept = v + 1.0;
      of_learned += (1.0 - kept) * vec2f(learned.x, -learned.y);
      of_learned += vec2f(1.0, 0.0);
      return vec2f(kept * 2.0, v);`;
    expect(evaluate({ ...text, body }, 2, 3, 5)).toEqual([6, 2, 3, -6 + 1, 10]);
    expect(evaluate({ ...text, body: "return vec2f(v, 1.0);" }, 2, 3, 5)).toEqual([2, 1, 0, 0, 0]);
  });

  it("calls the functions of a library", async () => {
    await chooseCpu();
    const rate = 0.25;
    const body = `return ${logAverageWgsl("memory", "v", rate)};`;
    const text = { inputs: ["memory", "v"], outputs: 1, body, library: LOG_AVERAGE_WGSL };
    for (const [memory, v] of [
      [-2, 1],
      [NEVER, 0.5],
    ] as const)
      expect(evaluate(text, memory, v)[0]).toBeCloseTo(
        logAverage(tf.scalar(memory), tf.scalar(v), rate).dataSync()[0]!,
        5,
      );
  });

  it("rounds where it is told to what, and nowhere else", () => {
    const text = { inputs: ["v"], outputs: 1, body: "return rounded(v);" };
    expect(programOf(text)).toBeNull();
    // To float32 is no operation; to another format one, with the format's number in the place of an operand.
    expect(Array.from(programOf({ ...text, format: 0 })!.words.slice(0, 3))).toEqual([0, 0, 0]);
    expect(Array.from(programOf({ ...text, format: 2 })!.words.slice(8))).toEqual([19, 1, 0, 2, 0]);
  });

  it("works out what the text says, for any text", () => {
    const { expression } = fc.letrec<{ expression: Sample }>((tie) => ({
      expression: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom<Sample>({ text: "v", value: (v) => v }, { text: "w", value: (_, w) => w }),
        fc.integer({ min: 0, max: 9 }).map((n): Sample => ({ text: `${n}.5`, value: () => n + 0.5 })),
        fc.tuple(fc.constantFrom(...SAMPLED), tie("expression"), tie("expression")).map(
          ([{ text, value }, x, y]): Sample => ({
            text: text(x.text, y.text),
            value: (v, w) => value(x.value(v, w), y.value(v, w)),
          }),
        ),
      ),
    }));
    const some = fc.double({ min: -4, max: 4, noNaN: true });
    fc.assert(
      fc.property(expression, some, some, ({ text, value }, v, w) => {
        const [found] = evaluate({ inputs: ["v", "w"], outputs: 1, body: `let x = ${text}; return x;` }, v, w);
        expect(found).toBe(value(v, w));
      }),
    );
  });

  it.each([
    ["an unknown name", "return w;"],
    ["an unknown function", "return tan(v);"],
    ["a wrong number of arguments", "return max(v);"],
    ["a statement other than let and return", "var x = v; return x;"],
    ["a text that ends early", "return (v + 1.0"],
    ["a text that ends in a list", "return max(v, "],
    ["an unknown sign", "return v % 2.0;"],
    ["a variable that is not the body's to set", "kept = v; return v;"],
    ["a vector in the place of a number", "return vec2f(v, v);"],
    ["nothing", ""],
  ])("refuses %s", (_, body) => {
    expect(words(body)).toBeNull();
  });
});
