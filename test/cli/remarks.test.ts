import { expect, it } from "vitest";
import { remarksOf } from "../../src/cli/remarks";
import { verbatim } from "../../src/i18n/errors";
import { newRun } from "../../src/session/run";
import { tinyConfig } from "../support/experiment";

it("prints what the numbers say, a line each", () => {
  const run = newRun(tinyConfig(), null, null);
  expect(remarksOf(run)).toEqual([]);
  run.stopped = [{ arm: 1, seed: run.config.seed, step: 2, reason: verbatim("not finite") }];
  expect(remarksOf(run)).toEqual(["- FlatNCE lost 1 of its 2 seeds to divergence, the first at step 2."]);
});
