import type { Page } from "playwright";
import { beforeAll, describe, expect, test } from "vitest";
import { recordSchema } from "../../src/record/record";
import reference from "../fixtures/reference.json";
import { IS_THOROUGH } from "../support/thorough";
import { type Complaints, withBrowser } from "./browser";
import { TINY, TINY_ADDRESS } from "./tiny";

const site = withBrowser();

let page: Page;
let complaints: Complaints;
beforeAll(async () => {
  [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=webgpu`);
});

describe("window.playground", () => {
  test("runs an experiment on WebGPU and returns a record that the schema accepts", async () => {
    const { record, progress } = await page.evaluate(
      async (config) => {
        const progress: number[] = [];
        const record = await window.playground.run(config, { onProgress: ({ step }) => progress.push(step) });
        return { record, progress };
      },
      { ...TINY, backend: "webgpu" as const },
    );
    expect(recordSchema.safeParse(record).error).toBeUndefined();
    expect(record.environment.backend).toBe("webgpu");
    expect(record.stepsDone).toBe(TINY.steps);
    expect(record.learners).toHaveLength(4);
    expect(Math.max(...progress)).toBe(TINY.steps);
    expect(complaints.list).toEqual([]);
  });

  test.runIf(IS_THOROUGH)("two runs of one config are equal to the bit; another seed gives another run", async () => {
    const series = await page.evaluate(
      async (config) => {
        const learners = async (seed: number) => (await window.playground.run({ ...config, seed })).learners;
        return [await learners(1), await learners(1), await learners(7)];
      },
      { ...TINY, backend: "webgpu" as const },
    );
    expect(series[1]).toEqual(series[0]);
    expect(series[2]?.[0]?.series.objective).not.toEqual(series[0]?.[0]?.series.objective);
  });

  test("evaluates an objective on the active backend as the fixture says", async () => {
    const { inputs, loss, diag } = reference;
    const output = await page.evaluate((input) => window.playground.evaluate("infoNce", input), {
      z1: inputs.z1,
      z2: inputs.z2,
      temperature: inputs.tau,
    });
    expect(output.value).toBeCloseTo(loss.ntxent.value, 5);
    expectClose(output.gradZ1.flat(), loss.ntxent.grad_z1.flat(), 5);
    expectClose(output.xi, diag.xi, 4);
    expectClose(output.ess, diag.ess, 4);
  });

  test("says which field is wrong and what is allowed", async () => {
    const results = await page.evaluate(() => [
      window.playground.validate({ batchSize: 1 }),
      window.playground.validate({ optimizer: { learninRate: 1 } }),
      window.playground.validate(window.playground.defaults()),
    ]);
    expect(results[0]).toMatchObject({
      ok: false,
      errors: [{ path: "batchSize", message: expect.stringMatching(/negatives/) }],
    });
    expect(results[1]).toMatchObject({ ok: false, errors: [{ path: "optimizer.learninRate" }] });
    expect(results[2]?.ok).toBe(true);
  });

  test.runIf(IS_THOROUGH)("times the standard steps", async () => {
    const result = await page.evaluate(() => window.playground.benchmark({ encoder: "mlp", batchSize: 4, steps: 2 }));
    expect(result).toMatchObject({ learners: 2, msPerStep: expect.any(Number), dispatchesPerStep: expect.any(Number) });
  });
});

function expectClose(actual: number[], expected: number[], digits: number): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of actual.entries()) expect(value).toBeCloseTo(expected[i] as number, digits);
}
