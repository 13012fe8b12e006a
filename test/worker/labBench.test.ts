import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LabEvent, LabListener, LabRequest, TrainingEvent } from "../../src/worker/protocol";
import { TrainingHost } from "../../src/worker/trainingHost";
import { tinyConfig } from "../support/experiment";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let host: TrainingHost;
let told: LabEvent[];

beforeEach(() => {
  host = new TrainingHost("node_modules/@tensorflow/tfjs-backend-wasm/dist/");
  told = [];
});
afterEach(() => host.stop());

const request = (changes: object = {}): LabRequest => ({
  id: "precision",
  config: { xiFrom: 0.01, xiTo: 0.1, stepsPerDecade: 1, ...changes },
  files: null,
  resumeFrom: [],
  backend: "wasm",
});
const run = (changes: object = {}, listener: LabListener = (event) => told.push(event)) =>
  host.runLab(request(changes), listener);
const types = () => [...new Set(told.map(({ type }) => type))];

describe("a lab in the worker", () => {
  it("tells its backend, its rows, its progress and its end", async () => {
    await run();
    expect(told[0]).toMatchObject({ type: "started", environment: { backend: "wasm" } });
    expect(types()).toEqual(["started", "progress", "rows", "finished"]);
    expect(told.flatMap((event) => (event.type === "rows" ? event.rows : []))).toHaveLength(40);
  });

  it("says what is wrong with its config", async () => {
    await run({ seed: -1 });
    expect(told.at(-1)).toMatchObject({ type: "failed", said: { args: { text: expect.stringContaining("seed") } } });
  });

  it("pauses the training and keeps its run", async () => {
    const events: TrainingEvent[] = [];
    await host.start(tinyConfig({ backend: "wasm", steps: 100_000 }), null, (event) => events.push(event));
    await host.resume();
    await run();
    expect(events.at(-1)).toMatchObject({ type: "state", state: "paused" });
    const rows = () => events.filter(({ type }) => type === "rows").length;
    const before = rows();
    await host.step(1);
    expect(rows()).toBeGreaterThan(before);
  });

  it("ends when it is cancelled, in the middle and before its turn, and leaves the other labs alone", async () => {
    const cancelAtFirstRows = (event: LabEvent) => {
      told.push(event);
      if (event.type === "rows") void host.cancelLab("precision");
    };
    const other: LabEvent[] = [];
    const bound = { ...request(), id: "bound" as const, config: { levels: 1, kTo: 2, batches: 20 } };
    await Promise.all([
      run({ xiFrom: 1e-30, stepsPerDecade: 20 }, cancelAtFirstRows),
      run(),
      host.runLab(bound, (event) => other.push(event)),
    ]);
    expect(told.filter(({ type }) => type === "rows")).toHaveLength(1);
    expect(told.slice(-2).map(({ type }) => type)).toEqual(["canceled", "canceled"]);
    expect(other.at(-1)).toEqual({ type: "finished" });
  });

  it("fetches data with what its host may use", async () => {
    const csv = ["a,b,label", ...Array.from({ length: 80 }, (_, i) => `${Math.sin(i)},${Math.cos(i)},c${i % 2}`)];
    const read = async () => new Blob([csv.join("\n")]);
    const store = { read, write: async () => undefined, list: async () => [], remove: async () => undefined };
    host = new TrainingHost("node_modules/@tensorflow/tfjs-backend-wasm/dist/", { store });
    const base = tinyConfig({ dataset: { id: "url", url: "https://data.invalid/rows.csv", samples: 64 }, steps: 1 });
    const config = { base, x: { values: [4] }, y: { values: [0.1] } };
    await host.runLab({ ...request(), id: "sweep", config }, (event) => told.push(event));
    expect(told.at(-1)).toEqual({ type: "finished" });
    expect(told.flatMap((event) => (event.type === "rows" ? event.rows : []))[0]).toMatchObject({ problem: null });
  });

  it("makes way for training", async () => {
    const lab = run({ xiFrom: 1e-30, stepsPerDecade: 20 });
    const started = await host.start(tinyConfig({ backend: "wasm" }), null, () => undefined);
    await lab;
    expect(started.ok).toBe(true);
    expect(told.at(-1)).toEqual({ type: "canceled" });
  });
});
