import { expect, test } from "vitest";
import type { ObjectiveId } from "../../src/objectives";
import reference from "../fixtures/reference.json";
import { IS_THOROUGH } from "../support/thorough";
import { withBrowser } from "./browser";
import { TINY, TINY_ADDRESS } from "./tiny";

const site = withBrowser();
const { z1, z2, tau } = reference.inputs;

/** The names that links and scripts rely on. */
const IDS: ObjectiveId[] = [
  ...(["infoNce", "infoNceCe", "flatNce", "dual", "xi", "infoNceOneWay", "flatNceOneWay", "clip", "dcl"] as const),
  ...(["dclw", "sogClr", "flo", "sigLip", "barlowTwins", "vicReg", "alignUniform", "debiased"] as const),
  ...(["hardNegative", "triplet", "nPair", "nwj", "dv", "jsd", "smile", "dhel", "spectral", "custom"] as const),
  "supervised",
];

test.runIf(IS_THOROUGH)("every objective is there by its name and can be evaluated with options", async () => {
  const [page] = await site.open(`#${TINY_ADDRESS}&backend=webgpu`);
  const objectives = await page.evaluate(() => window.playground.objectives());
  expect(objectives.map(({ id }) => id)).toEqual(IDS);
  const values = await page.evaluate(
    async (input) => {
      const { evaluate } = window.playground;
      const [dual, queued, typed] = await Promise.all([
        evaluate("dual", { ...input, c: 0.1 }),
        evaluate("flatNceOneWay", { ...input, queue: input.z1 }),
        evaluate("custom", { ...input, phi: "v" }),
      ]);
      const refused = await evaluate("dual", { ...input, margin: 1 }).catch((error: Error) => error.message);
      return { dual: dual.value, queued: queued.gradZ2.flat().map(Math.abs), typed: typed.value, refused };
    },
    { z1, z2, temperature: tau },
  );
  expect(values.dual).toBeCloseTo(reference.loss["log_c_xi_c0.1"].value, 5);
  expect(Math.max(...values.queued)).toBe(0);
  expect(values.typed).toBeCloseTo(reference.loss.dcl.value, 5);
  expect(values.refused).toContain("it belongs to triplet");
});

test.runIf(IS_THOROUGH)("arms of every kind race each other on WebGPU", async () => {
  const [page, complaints] = await site.open(`#${TINY_ADDRESS}&backend=wasm`);
  const arms = ["sogClr", "sigLip", "barlowTwins", "hardNegative", "dv", "nPair", "custom", "supervised"] as const;
  const record = await page.evaluate((config) => window.playground.run(config), {
    ...TINY,
    seeds: 1,
    steps: 3,
    arms: arms.map((objective) => ({ objective })),
    backend: "webgpu" as const,
  });
  expect(record.stepsDone).toBe(3);
  for (const { series, stopped } of record.learners) {
    expect(stopped).toBeUndefined();
    expect(series.objective?.slice(0, 3).every(Number.isFinite)).toBe(true);
  }
  expect(complaints.list).toEqual([]);
});

test("a loss that is typed is explained at its character, drawn, and trained on", async () => {
  const [page] = await site.open(`#${TINY_ADDRESS}&arms=flatNce;custom,phi:v&steps=3&backend=wasm`);
  await page.getByRole("button", { name: "Edit the arm v", exact: true }).click();
  const field = page.getByLabel(/\u03c6\(v\)/);
  const curve = () => page.locator("section[aria-label='Weight of an anchor'] .recharts-line-curve").nth(1);
  const before = await curve().getAttribute("d");
  await field.fill("v + exq(v)");
  await page.getByText("exq is not known").waitFor();
  expect(await page.locator("mark").textContent()).toBe("exq");
  await field.fill("v + exp(v)");
  await expect.poll(() => curve().getAttribute("d")).not.toBe(before);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("custom,phi:v");
  const run = page.evaluate(() => window.playground.run());
  expect((await run).config.arms[1]).toEqual({ objective: "custom", phi: "v + exp(v)" });
});
