import { expect, it } from "vitest";
import { verbatim } from "../../src/i18n/errors";
import { applyEvent, newRun, type Run } from "../../src/session/run";
import { tinyConfig } from "../support/experiment";
import { DATASET, ENVIRONMENT } from "./fakeService";

const CONFIG = tinyConfig({ steps: 12 });

function tellLoss(run: Run, from: number, to: number): void {
  const learners = CONFIG.arms.length * CONFIG.seeds;
  for (let step = from; step < to; step++) {
    const values = { objective: new Float32Array(learners).fill(step) };
    applyEvent(run, { type: "rows", rows: { steps: Int32Array.of(step), values } }, 0);
  }
}

function tellReady(run: Run, backend: "webgpu" | "wasm"): void {
  const environment = { ...ENVIRONMENT, backend };
  applyEvent(run, { type: "ready", environment, dataset: DATASET, parameterCount: 10 }, 0);
}

it("a run that goes on from a copy has each of its steps once, and the changes that were made by then", () => {
  const run = newRun(CONFIG, null, null);
  tellReady(run, "webgpu");
  tellLoss(run, 0, 8);
  const change = (step: number, temperature: number) => ({ step, patch: { temperature } });
  for (const made of [change(3, 0.3), change(7, 0.7)]) applyEvent(run, { type: "changed", change: made }, 0);
  applyEvent(run, { type: "learnerStopped", arm: 0, seed: 0, step: 2, reason: verbatim("NaN") }, 0);

  applyEvent(run, { type: "rewound", step: 5 }, 0);
  tellReady(run, "webgpu");
  expect(run).toMatchObject({ step: 5, stopped: [], changes: [change(3, 0.3)], config: { temperature: 0.3 } });
  tellLoss(run, 5, 10);
  expect(run.columns.series(0).step).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(run.step).toBe(10);
});

it("notes where it was trained until then, where it goes on elsewhere", () => {
  const run = newRun(CONFIG, null, null);
  tellReady(run, "webgpu");
  tellLoss(run, 0, 8);
  applyEvent(run, { type: "rewound", step: 5 }, 0);
  tellReady(run, "wasm");
  expect(run.changes).toMatchObject([{ step: 5, patch: {}, environment: { backend: "webgpu" } }]);
});
