import type { Page } from "playwright";
import { expect, inject, test } from "vitest";
import type { RunRecord } from "../../../src/record/record";
import { IS_THOROUGH } from "../../support/thorough";
import { withBrowser } from "../browser";

const site = withBrowser();

/** Calls large enough to be divided, and all that is measured in between. */
const CONFIG = {
  backend: "wasm",
  dataset: { id: "glyphs", classes: 4, samples: 100 },
  encoder: { id: "convnet", width: 16, projection: 8 },
  batchSize: 16,
  seeds: 1,
  steps: 20,
  gradientProbe: { every: 10, microBatches: 2 },
  evaluation: { every: 10, trainSamples: 40, testSamples: 30, knn: { k: 5 } },
} as const;

async function train(page: Page): Promise<RunRecord> {
  return page.evaluate((config) => window.playground.run(config), CONFIG);
}

/** A server that does not isolate the page. */
async function withoutIsolation(page: Page): Promise<void> {
  await page.route(inject("siteUrl"), async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers["cross-origin-opener-policy"];
    delete headers["cross-origin-embedder-policy"];
    await route.fulfill({ response, headers });
  });
  await page.reload();
}

test.runIf(IS_THOROUGH)(
  "trains on as many threads as there are, to the bit as on one, and on one where the page is not isolated",
  async () => {
    const [page, complaints] = await site.open("#autoplay=0");
    const together = await train(page);
    expect(together.environment.adapter).toMatch(/, [2-8] threads\)$/);
    await withoutIsolation(page);
    const alone = await train(page);
    expect(alone.environment.adapter).toMatch(/, 1 thread\)$/);
    expect(together.learners).toEqual(alone.learners);
    expect(complaints.list).toEqual([]);
  },
);
