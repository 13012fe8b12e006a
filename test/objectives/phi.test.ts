import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import katex from "katex";
import { beforeAll, describe, expect, it } from "vitest";
import { parsePhi } from "../../src/objectives/phi";
import { expectAllclose } from "../support/allclose";
import { phiOf } from "../support/phi";

/** The characters that a refusal points at, and its words. */
function refusalOf(text: string): { at: number; marked: string; message: string } {
  const result = parsePhi(text);
  if (result.ok) throw new Error(`${text} was not refused.`);
  const { at, length, message } = result;
  return { at, marked: text.slice(at, at + length), message };
}

const sigmoid = (v: number) => 1 / (1 + Math.exp(-v));

describe("parsePhi", () => {
  const examples: [string, (v: number) => number, (v: number) => number][] = [
    ["v", (v) => v, () => 1],
    ["exp(v)", Math.exp, Math.exp],
    ["v + 0.1*exp(v)", (v) => v + 0.1 * Math.exp(v), (v) => 1 + 0.1 * Math.exp(v)],
    ["log(0.1 + exp(v))", (v) => Math.log(0.1 + Math.exp(v)), (v) => Math.exp(v) / (0.1 + Math.exp(v))],
    ["log(1 + exp(v))", (v) => Math.log1p(Math.exp(v)), sigmoid],
    ["2v - -pi", (v) => 2 * v + Math.PI, () => 2],
    ["e^(v/2)", (v) => Math.exp(v / 2), (v) => Math.exp(v / 2) / 2],
    // Its slope underflows to 0 at the lower end of what is checked.
    ["exp(2v)", (v) => Math.exp(2 * v), (v) => 2 * Math.exp(2 * v)],
    ["2^v", (v) => 2 ** v, (v) => Math.LN2 * 2 ** v],
    ["v^3/3 + v", (v) => v ** 3 / 3 + v, (v) => v ** 2 + 1],
    ["-(1+exp(v))^-2", (v) => -((1 + Math.exp(v)) ** -2), (v) => (2 * Math.exp(v)) / (1 + Math.exp(v)) ** 3],
    ["tanh(0.1v)", (v) => Math.tanh(0.1 * v), (v) => 0.1 / Math.cosh(0.1 * v) ** 2],
    ["sqrt(1+exp(v))", (v) => Math.sqrt(1 + Math.exp(v)), (v) => Math.exp(v) / 2 / Math.sqrt(1 + Math.exp(v))],
    [
      "softplus(v)^1.5",
      (v) => Math.log1p(Math.exp(v)) ** 1.5,
      (v) => 1.5 * Math.log1p(Math.exp(v)) ** 0.5 * sigmoid(v),
    ],
    ["sigmoid(v)", sigmoid, (v) => sigmoid(v) * sigmoid(-v)],
  ];
  it.each(examples)("reads %s", (text, value, derivative) => {
    const phi = phiOf(text);
    for (const v of [-20, -3, -0.5, 0.25, 4, 12]) {
      expect(phi.value(v) / value(v)).toBeCloseTo(1, 10);
      expect(phi.derivative(v) / derivative(v)).toBeCloseTo(1, 10);
    }
  });

  it.each(["log(1+exp(v))", "log(exp(v) + 1)", "log(1 + e^v)", "softplus(v)", "(log((1)+(exp((v)))))"])(
    "keeps all digits of %s at small xi",
    (text) => {
      const { value, derivative, wgsl } = phiOf(text);
      expect(value(-50) / Math.exp(-50)).toBeCloseTo(1, 12);
      expect(derivative(-50) / Math.exp(-50)).toBeCloseTo(1, 12);
      expect(derivative(1000)).toBe(1);
      expect(wgsl).toEqual({ value: "softplus(v)", derivative: "exp(-softplus(-v))" });
    },
  );

  it("finds the sigmoid where it is written out", () => {
    for (const text of ["1/(1+exp(-v))", "exp(v)/(exp(v)+1)"])
      expect(phiOf(text).wgsl).toEqual(phiOf("sigmoid(v)").wgsl);
  });

  it("leaves nothing to be done in the simplest derivatives", () => {
    expect(phiOf("v").wgsl.derivative).toBe("1f");
    expect(phiOf("3v*2 + 1").wgsl.derivative).toBe("6f");
    expect(phiOf("exp(v)").wgsl.derivative).toBe("exp(v)");
    expect(phiOf("v^3").wgsl.derivative).toBe("(3f * (v * v))");
  });

  it.each(examples)("writes %s as TeX that KaTeX accepts", (text) => {
    expect(() => katex.renderToString(phiOf(text).tex, { throwOnError: true, strict: "error" })).not.toThrow();
  });

  it.each([
    ["1/2v", "0.5*v"],
    ["exp(0.1v)/2exp(0.1v) + v", "exp(0.1v)/(2*exp(0.1v)) + v"],
    ["2v^2/2 + 130v", "(2*(v^2))/2 + 130*v"],
    ["3(v)4", "(3*v)*4"],
    ["-v^2 + 130v", "-(v^2) + 130*v"],
    ["2^-1v", "(2^(-1))*v"],
    ["v - 2 - 3", "(v - 2) - 3"],
    ["0.5exp(v)", "0.5*exp(v)"],
  ])("takes %s for %s, as links from before a parser of its own had it", (text, full) => {
    expect(phiOf(text).wgsl).toEqual(phiOf(full).wgsl);
  });

  it("answers a known text with the same object", () => {
    expect(parsePhi("v + 7*exp(v)")).toBe(parsePhi("v + 7*exp(v)"));
  });

  it.each<[string, number, string, RegExp]>([
    ["", 0, "", /Write a function of v/],
    ["   ", 0, "   ", /Write a function of v/],
    ["v = 3", 2, "=", /Allowed are numbers, v/],
    ["v; v", 1, ";", /Allowed/],
    ["[v]", 0, "[", /Allowed/],
    ["'v'", 0, "'", /Allowed/],
    ["v > 0 ? v : 0", 2, ">", /Allowed/],
    ["v.constructor", 1, ".", /Allowed/],
    ["2.*v", 1, ".", /Allowed/],
    ["min(v, 1)", 0, "min", /min is not known.*Allowed/],
    ["v + abs(v)", 4, "abs", /abs is not known/],
    ["v + 5 cm", 6, "cm", /cm is not known/],
    ["v + x2", 4, "x2", /x2 is not known/],
    ["1:v", 1, ":", /Allowed/],
    ["v + ξ", 4, "ξ", /ξ is not known/],
    ["v + 😀", 4, "😀", /Allowed/],
    ["exp v", 0, "exp", /write its argument in parentheses/],
    ["v + exp()", 4, "exp", /needs an argument/],
    ["2 softplus(v)", 1, " ", /Write an operator between 2 and softplus/],
    ["(v)  (v)", 3, "  ", /Write an operator/],
    ["2 + v(3)", 4, "v", /not a function/],
    ["v +", 3, "", /Unexpected end/],
    ["(v", 2, "", /Parenthesis \) expected/],
    ["2v)", 2, ")", /Unexpected operator/],
    ["-(v)3", 4, "3", /3 cannot stand here/],
    ["v * / 2", 4, "/", /Value expected/],
    ["v + 1e39", 4, "1e39", /3.4e38/],
    ["v + (exp(1000))", 5, "exp(1000)", /not a finite number in float32/],
    ["v + ((1))/((2) - 2)", 4, "((1))/((2) - 2)", /not a finite number/],
    ["v + 1/(2 - 2)", 4, "1/(2 - 2)", /not a finite number/],
    ["v + (-2)^v", 4, "(-2)^v", /Only a positive number/],
    ["log(v)", 0, "log(v)", /phi\(v\) is not a finite float32 number at v = 0/],
    ["v^0.3", 0, "v^0.3", /at v = 0: log, sqrt and powers that are not whole, or above 16, need a positive argument/],
    ["exp(exp(v))", 0, "exp(exp(v))", /not a finite float32 number at v = 4\.\d+/],
    ["-v", 0, "-v", /phi'\(v\) is negative at v = 0: the loss would push positives away/],
    ["2v - 0.5exp(v)", 0, "2v - 0.5exp(v)", /phi'\(v\) is negative at v = 1\.4375/],
    ["1 + 2", 0, "1 + 2", /0 everywhere/],
  ])("refuses %j at character %i", (text, at, marked, message) => {
    expect(refusalOf(text)).toEqual({ at, marked, message: expect.stringMatching(message) });
  });

  it.each([
    "import({v: 1})",
    'evaluate("1")',
    'createUnit("v")',
    "__proto__",
    "constructor",
    "toString(v)",
    "v['constructor']",
    "f(v) = v",
    "\\u0076",
    "v\u200b",
    "v\nv",
    "#v",
    "0x10 v",
    "i*v",
    "Infinity",
    "true",
    "v!",
    "v'",
    "v mod 2",
    "((v^8)^8)^8",
    "v".repeat(201),
    `${"v*".repeat(99)}v`,
    `${"v^".repeat(99)}v`,
    `${"(".repeat(100)}v${")".repeat(100)}`,
    `${"tanh(".repeat(19)}v${")".repeat(19)}`,
  ])("refuses %j", (text) => {
    expect(parsePhi(text).ok).toBe(false);
  });

  it("answers any text, and points into it", () => {
    const piece = fc.constantFrom(
      ..."v e pi exp( log( sigmoid( softplus( tanh( sqrt( ( ) + - * / ^ 2 .5 1e3 1e-9 = , ; [".split(" "),
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (text) => {
        const result = parsePhi(text);
        if (result.ok) return;
        expect(result.at).toBeGreaterThanOrEqual(0);
        expect(result.at + result.length).toBeLessThanOrEqual(text.length);
        expect(result.message).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });
});

/** Increasing functions, built from increasing parts. */
const { increasing } = fc.letrec<{ increasing: string }>((tie) => ({
  increasing: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("v", "v/3", "exp(0.3v)", "log(1+exp(v))"),
    fc.tuple(tie("increasing"), tie("increasing")).map(([a, b]) => `(${a} + ${b})`),
    fc.tuple(fc.constantFrom("softplus", "sigmoid", "tanh"), tie("increasing")).map(([f, a]) => `${f}(${a})`),
    tie("increasing").map((a) => `(2*${a} - 1)`),
    tie("increasing").map((a) => `sqrt(1 + softplus(${a}))`),
    tie("increasing").map((a) => `-1/(1 + softplus(${a}))^2`),
    tie("increasing").map((a) => `softplus(${a})*(1 + sigmoid(${a}))`),
  ),
}));

describe("Phi", () => {
  beforeAll(async () => {
    await tf.setBackend("cpu");
  });

  it("has the derivative of its value, and the same numbers as tensors", async () => {
    let read = 0;
    const points = [-4, -1.5, -0.25, 0.5, 1, 3];
    await fc.assert(
      fc.asyncProperty(increasing, async (text) => {
        const result = parsePhi(text);
        fc.pre(result.ok);
        if (!result.ok) return;
        read++;
        const { value, derivative, tensor } = result.phi;
        const h = 1e-4;
        const differences = points.map((v) => (value(v + h) - value(v - h)) / (2 * h));
        await expectAllclose(points.map(derivative), differences, { rtol: 1e-5, atol: 1e-8 });
        const tensors = tensor(tf.tensor1d(points));
        await expectAllclose(tensors.value, points.map(value), { rtol: 1e-4, atol: 1e-5 });
        await expectAllclose(tensors.derivative, points.map(derivative), { rtol: 1e-4, atol: 1e-6 });
      }),
      { numRuns: 100 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it("has tensors of the shape of v where it is constant", () => {
    const { value, derivative } = phiOf("v").tensor(tf.zeros([2, 3, 1]));
    expect([value.shape, derivative.shape]).toEqual([
      [2, 3, 1],
      [2, 3, 1],
    ]);
  });
});
