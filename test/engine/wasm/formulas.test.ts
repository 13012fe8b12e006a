import { describe, expect, it } from "vitest";
import { programOf } from "../../../src/engine/wasm/formulas";

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
    expect(Array.from(program?.slice(0, 10) ?? [])).toEqual([1, 0, 1, 1, 0, 2, 0, 0, 1, 0]);
  });

  it("reads comments, counts, and members as names", () => {
    expect(words("/* one */ return a.ess / f32(VIEWS - 2u); // of all", ["a.ess", "VIEWS"])).not.toBeNull();
  });

  it.each([
    ["an unknown name", "return w;"],
    ["an unknown function", "return tan(v);"],
    ["a wrong number of arguments", "return max(v);"],
    ["a statement other than let and return", "var x = v; return x;"],
    ["a text that ends early", "return (v + 1.0"],
    ["a text that ends in a list", "return max(v, "],
    ["an unknown sign", "return v % 2.0;"],
    ["nothing", ""],
  ])("refuses %s", (_, body) => {
    expect(words(body)).toBeNull();
  });
});
