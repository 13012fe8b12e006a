import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What a module imports for its effects alone, in order. */
function effectsOf(path: string): string[] {
  return [...readFileSync(path, "utf8").matchAll(/^import ["'](@tensorflow\/tfjs-core[^"']*)["'];/gm)].map(
    ([, name]) => name!,
  );
}

test("what is bundled of TensorFlow.js loads its core as the whole package does", () => {
  const whole = effectsOf("node_modules/@tensorflow/tfjs/dist/index.js");
  expect(whole.length).toBeGreaterThan(2);
  expect(effectsOf("src/engine/tfjs.ts")).toEqual(whole);
});
