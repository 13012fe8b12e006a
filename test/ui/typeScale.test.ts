import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { TYPE } from "../../src/ui/typeScale";

/** KaTeX sets a formula in sizes of its own, as shares of the text around it. */
const FORMULA = "src/ui/components/formula.module.css";

function filesOf(...endings: string[]): string[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((path) => join("src", path))
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && path !== FORMULA);
}

/** Everything that is written where a pattern's first group stands, with its file. */
function written(pattern: RegExp, files: string[]): [value: string, file: string][] {
  return files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(pattern)].map(([, value]): [string, string] => [value?.trim() ?? "", file]),
  );
}

const sizes = Object.entries(TYPE);

describe("the scale of type", () => {
  it("has five sizes, none of them under 12 pixels", () => {
    expect(sizes.length).toBe(5);
    expect(Math.min(...Object.values(TYPE))).toBe(12);
  });

  it("is the same in the style sheet as where text is drawn", () => {
    const theme = readFileSync("src/ui/theme.css", "utf8");
    const declared = [...theme.matchAll(/--type-(\w+): (\d+)px/g)].map(([, name, px]) => [name, Number(px)]);
    expect(declared).toEqual(sizes);
  });

  it("is where every style sheet takes its sizes from", () => {
    const allowed = new Set(["inherit", ...sizes.map(([name]) => `var(--type-${name})`)]);
    const found = written(/(?<![-\w])(?:font-size|font):([^;]+);/g, filesOf(".css"));
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter(([value]) => !allowed.has(value))).toEqual([]);
  });

  it("is where everything drawn takes its sizes from", () => {
    const allowed = new Set([...sizes.map(([name]) => `TYPE.${name}`), ...sizes.map(([, size]) => String(size))]);
    const found = written(/(?:fontSize|"font-size"):([^,};]+)/g, filesOf(".ts", ".tsx"));
    expect(found.length).toBeGreaterThan(1);
    expect(found.filter(([value]) => !allowed.has(value))).toEqual([]);
  });
});
