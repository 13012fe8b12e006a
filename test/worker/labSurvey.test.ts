import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { picked } from "../../src/data/readers/pickedFiles";
import type { DatasetFiles } from "../../src/data/types";
import { LABS } from "../../src/labs";
import type { LabEvent, SurveyRequest } from "../../src/worker/protocol";
import { TrainingHost } from "../../src/worker/trainingHost";
import { tinyConfig } from "../support/experiment";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const line = (i: number, label: string) => `${Math.sin(i)},${Math.cos(2 * i)}${label}`;
const lines = (count: number, labelOf: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i, labelOf(i)));
const csv = (count = 160) => ["a,b,label", ...lines(count, (i) => `,c${i % 2}`)].join("\n");

let host: TrainingHost;
let id = 0;

beforeEach(() => {
  host = new TrainingHost("node_modules/@tensorflow/tfjs-backend-wasm/dist/");
});
afterEach(() => host.stop());

const own = (text: string): DatasetFiles => ({ id: ++id, files: picked([new File([text], "mine.csv")]) });
const asked = (files: DatasetFiles): SurveyRequest => ({
  id: "advice",
  config: LABS.advice.schema.parse({
    base: { dataset: { id: "files", name: "mine.csv", samples: 128 } },
    place: "own",
    batchSize: 4,
    steps: 2,
  }),
  files,
  backend: "wasm",
});
const survey = (files: DatasetFiles) => host.surveyLab(asked(files), () => undefined);

describe("a survey in the worker", () => {
  it("counts what there is, and times what would be trained", async () => {
    const result = await survey(own(csv()));
    expect(result).toMatchObject({
      ok: true,
      dataset: { trainCount: 128, labeled: true, classNames: ["c0", "c1"] },
      environment: { backend: "wasm" },
    });
    expect(result.ok && result.speed).toBeGreaterThan(0);
  });

  it("counts data without labels, and times nothing of it", async () => {
    const bare = ["a,b", ...lines(160, () => "")].join("\n");
    expect(await survey(own(bare))).toMatchObject({ ok: true, dataset: { labeled: false }, speed: null });
  });

  it("says why data cannot be read", async () => {
    expect(await survey(own("\u0000"))).toMatchObject({ ok: false, canceled: false });
  });

  it("leaves a run that trains alone", async () => {
    await host.start(tinyConfig({ backend: "wasm", steps: 100_000 }), null, () => undefined);
    await host.resume();
    expect(await survey(own(csv()))).toMatchObject({ ok: true, speed: null });
    await host.pause();
  });

  it("gives way to the next one", async () => {
    const [first, second] = await Promise.all([survey(own(csv())), survey(own(csv(80)))]);
    expect(first).toMatchObject({ ok: false, canceled: true });
    expect(second).toMatchObject({ ok: true });
  });

  it("leaves the data at hand for the run", async () => {
    const files = own(csv());
    await survey(files);
    const read = vi.spyOn(files.files[0]!.file, "arrayBuffer");
    const slice = vi.spyOn(files.files[0]!.file, "slice");
    const told: LabEvent[] = [];
    await host.runLab({ ...asked(files), resumeFrom: [] }, (event) => {
      told.push(event);
      if (event.type === "progress") void host.cancelLab("advice");
    });
    expect(told.map(({ type }) => type)).toContain("progress");
    expect(read).not.toHaveBeenCalled();
    expect(slice).not.toHaveBeenCalled();
  });
});
