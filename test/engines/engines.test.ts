import { describe, expect, inject, onTestFinished, test } from "vitest";
import { bareHost, foreignHost } from "../e2e/support/bareHost";
import { intrusions } from "../e2e/support/intrusions";
import { TINY } from "../e2e/tiny";
import { becomes } from "./becomes";
import { ENGINES } from "./drivers";
import type { EnginePage } from "./drivers/types";

/** `npm run test:engines`: the built page in each engine that is installed. One that is not is skipped, and says so. */

const LOOK = { width: 1280, height: 720, scheme: "light" } as const;

/** Where each engine computes without a GPU: by itself, and where else it can. */
const BACKENDS = {
  chromium: ["wasm", "webgpu"],
  firefox: ["wasm", "webgpu"],
  webkit: ["wasm"],
} as const satisfies Record<keyof typeof ENGINES, readonly string[]>;

const cases = (Object.keys(ENGINES) as (keyof typeof ENGINES)[]).flatMap((id) =>
  BACKENDS[id].map((backend) => ({ engine: ENGINES[id], name: ENGINES[id].name, backend })),
);

/** Trains to the end through the console. */
async function train(page: EnginePage, backend: string): Promise<void> {
  await becomes(page, "window.playground !== undefined");
  const config = JSON.stringify({ ...TINY, backend });
  await page.evaluate(`void playground.ready.then(() => playground.run(${config})).then(
    () => { window.outcome = "trained"; },
    (error) => { window.outcome = String(error); },
  )`);
  await becomes(page, "window.outcome !== undefined");
  expect(await page.evaluate("window.outcome")).toBe("trained");
}

interface Measured {
  backend: string;
  stepsDone: number;
  accuracies: number[];
}

const MEASURED = `(() => {
  const { environment, stepsDone, learners } = playground.record();
  return { backend: environment.backend, stepsDone, accuracies: learners.map(({ series }) => series.probeAccuracy.at(-1)) };
})()`;

describe.each(cases)("$name on $backend", ({ engine, backend }) => {
  test("trains to the end and shows it, without a complaint", async (context) => {
    const missing = engine.missing();
    context.skip(missing !== null, missing ?? "");
    const page = await engine.open(LOOK);
    onTestFinished(() => page.close());
    await page.goto(`${inject("siteUrl")}#autoplay=0`);
    await train(page, backend);
    const { accuracies, ...run } = await page.evaluate<Measured>(MEASURED);
    expect(run).toEqual({ backend, stepsDone: TINY.steps });
    expect(accuracies.length).toBeGreaterThanOrEqual(2 * TINY.seeds);
    expect(accuracies.every((accuracy) => accuracy > 0 && accuracy <= 1)).toBe(true);
    await becomes(page, `document.body.innerText.includes("Linear probe accuracy")`);
    await becomes(page, `document.querySelectorAll("main .recharts-line-curve").length > 3`);
    expect(await page.complaints()).toEqual([]);
  });
});

/** What a worker made of a text, as the page makes its own, is not refused. */
const inWorker = (foreign: string) => `new Promise((done) => {
  const text = ${JSON.stringify(`${intrusions(foreign)}.then(postMessage)`)};
  const worker = new Worker(URL.createObjectURL(new Blob([text])));
  worker.onmessage = ({ data }) => done(data);
  worker.onerror = ({ message }) => done([message]);
})`;

describe.each(Object.values(ENGINES))("$name", (engine) => {
  test("has a worker inherit the policy of the page, also without headers", async (context) => {
    const missing = engine.missing();
    context.skip(missing !== null, missing ?? "");
    const [bare, foreign, page] = await Promise.all([bareHost(inject("siteUrl")), foreignHost(), engine.open(LOOK)]);
    onTestFinished(async () => void (await Promise.all([page.close(), bare.close(), foreign.close()])));
    for (const site of [inject("siteUrl"), bare.url]) {
      await page.goto(`${site}#autoplay=0`);
      await becomes(page, "window.playground !== undefined");
      expect(await page.evaluate(inWorker(foreign.url))).toEqual([]);
    }
  });
});
