import { beforeEach, describe, expect, it } from "vitest";
import { presetConfig } from "../../src/config/presets";
import { verbatim } from "../../src/i18n/errors";
import { recordSchema } from "../../src/record/record";
import { Playground } from "../../src/session/playground";
import { draftsAnotherPreset, keptConfig, shownConfig, shownPresetId } from "../../src/session/shown";
import { DEFAULT_VIEW } from "../../src/session/view";
import { ENVIRONMENT, type FakeService } from "./fakeService";
import { loadedPlayground, settle } from "./loadedPlayground";

let service: FakeService;
let playground: Playground;

beforeEach(async () => {
  ({ service, playground } = await loadedPlayground());
});

describe("Playground", () => {
  it("prepares the run of the state that it loads, paused", () => {
    expect(playground.state.run?.state).toBe("paused");
    expect(playground.state.environment).toEqual(ENVIRONMENT);
    expect(service.calls).toEqual(["start"]);
  });

  it("lets a run that has not begun take changes over by itself", async () => {
    playground.setField("batchSize", 24);
    await settle();
    expect(service.started.at(-1)?.batchSize).toBe(24);
    expect(playground.pendingChanges()).toEqual([]);
  });

  it("keeps a run with measurements until it is asked to restart, and says what is pending", async () => {
    service.tellLoss(0, 1);
    playground.setField("batchSize", 24);
    await settle();
    expect(service.started).toHaveLength(1);
    expect(playground.pendingChanges().map(({ path }) => path)).toEqual(["batchSize"]);
    await playground.restart();
    expect(service.started.at(-1)?.batchSize).toBe(24);
  });

  it("keeps an anchor for the next run on the same samples, and leaves it where a number means another one", async () => {
    const { anchors } = playground;
    const next = async (path: string, value: unknown) => {
      anchors.choose(3);
      playground.setField(path, value);
      await playground.restart();
      return playground.state.anchor.chosen;
    };
    expect(await next("steps", 50)).toBe(3);
    expect(await next("batchSize", 64)).toBe(3);
    expect(await next("batchSize", 16)).toBeNull();
    expect(await next("seed", 7)).toBeNull();
    anchors.choose(3);
    playground.choosePreset("circle");
    await playground.restart();
    expect(playground.state.anchor.chosen).toBeNull();
  });

  it("discards pending changes", async () => {
    service.tellLoss(0, 1);
    await settle();
    playground.setField("seeds", 5);
    playground.edit((draft) => draft.discard());
    expect(playground.pendingChanges()).toEqual([]);
    expect(playground.state.draft.seeds).toBe(presetConfig("points").seeds);
  });

  it("takes over labels and colours at once, without a restart", async () => {
    service.tellLoss(0, 1);
    await settle();
    const arms = playground.state.draft.arms.map((arm) => ({ ...arm, label: "renamed" }));
    playground.setField("arms", arms);
    expect(playground.pendingChanges()).toEqual([]);
    expect(playground.state.run?.config.arms[0]?.label).toBe("renamed");
    expect(service.started).toHaveLength(1);
  });

  it("shows the preset that was measured, whatever is chosen for the next run", async () => {
    playground.choosePreset("circle");
    await settle();
    expect(shownPresetId(playground.state)).toBe("circle");
    service.tellLoss(0, 1);
    await settle();
    playground.choosePreset("warm");
    expect(shownPresetId(playground.state)).toBe("circle");
    expect(shownConfig(playground.state)).toBe(playground.state.run?.config);
    service.tell({ type: "state", state: "finished" });
    expect(shownPresetId(playground.state)).toBe("circle");
    expect(draftsAnotherPreset(playground.state)).toBe(true);
    expect(keptConfig(playground.state)).toBe(playground.state.run?.config);
    expect(keptConfig({ ...playground.state, unasked: true })).toBeNull();
    await playground.restart();
    expect(shownPresetId(playground.state)).toBe("warm");
    expect(draftsAnotherPreset(playground.state)).toBe(false);
  });

  it("keeps the labels of a run, whatever the arms of another experiment are called", async () => {
    const labeled = playground.state.draft.arms.map((arm, i) => ({ ...arm, label: `mine ${i}` }));
    playground.setField("arms", labeled);
    await settle();
    service.tellLoss(0, 1);
    await settle();
    playground.choosePreset("warm");
    expect(playground.state.run?.config.arms.map(({ label }) => label)).toEqual(["mine 0", "mine 1"]);
  });

  it("plays the twist of the preset that is shown", async () => {
    service.tellLoss(0, 1);
    await settle();
    playground.choosePreset("warm");
    await playground.playTwist({ seeds: 2 });
    expect(service.started.at(-1)).toEqual({ ...presetConfig("points"), seeds: 2 });
    expect(playground.state.presetId).toBe("points");
    service.tellLoss(0, 1);
    await settle();
    playground.choosePreset("warm");
    await playground.playWith({});
    expect(service.started.at(-1)).toEqual(presetConfig("warm"));
  });

  it("says what is wrong with settings that contradict each other, and does not start them", async () => {
    playground.setField("encoder.id", "convnet");
    await settle();
    expect(playground.state.draftErrors.map(({ path }) => path)).toEqual(["encoder.id"]);
    expect(await playground.restart()).toBe(false);
    expect(service.started).toHaveLength(1);
    expect(playground.state.notices[0]).toMatchObject({ kind: "invalidConfig" });
  });

  it("keeps the current run when a start fails, and shows why", async () => {
    const before = playground.state.run;
    service.failure = "No WebGL here.";
    expect(await playground.restart()).toBe(false);
    expect(playground.state.run?.startedAt).toBe(before?.startedAt);
    expect(playground.state.notices[0]).toMatchObject({ kind: "startFailed", detail: verbatim("No WebGL here.") });
  });

  it("starts again after a start that the service could not even answer", async () => {
    const { start } = service;
    service.start = async () => {
      throw new Error("The message could not be sent.");
    };
    expect(await playground.restart()).toBe(false);
    expect(playground.state).toMatchObject({
      starting: false,
      notices: [{ detail: verbatim("The message could not be sent.") }],
    });
    service.start = start;
    expect(await playground.restart()).toBe(true);
  });

  it("plays the run that is being prepared, not the one that it replaces", async () => {
    service.tellLoss(0, 1);
    await settle();
    void playground.restart();
    await playground.play();
    expect(service.calls).toEqual(["start", "start", "resume"]);
    expect(playground.state.run).toMatchObject({ state: "running", step: 0 });
  });

  it("ignores events of a run that was replaced", async () => {
    const old = service.tell.bind(service);
    const listener = (service as unknown as { listener: (event: unknown) => void }).listener;
    await playground.restart();
    listener({ type: "timing", step: 99, timing: { stepsPerSecond: 1, jsMs: 1, totalMs: 1 }, runId: 1 });
    old({ type: "state", state: "paused" });
    await settle();
    expect(playground.state.run?.step).toBe(0);
  });

  it("counts updates: a training row of step t is update t + 1, a probe at t belongs to t", async () => {
    service.tellLoss(7, 1);
    service.tell({ type: "rows", rows: { steps: Int32Array.of(8), values: { knnAccuracy: new Float32Array(6) } } });
    await settle();
    expect(playground.state.run?.step).toBe(8);
  });

  it("builds a record that the schema accepts, with stopped learners marked", async () => {
    service.tellLoss(0, 1.5);
    service.tell({ type: "learnerStopped", arm: 1, seed: 2, step: 3, reason: verbatim("not finite") });
    const record = playground.record();
    expect(recordSchema.parse(record).learners).toHaveLength(6);
    expect(record.learners.filter(({ stopped }) => stopped)).toMatchObject([{ arm: 1, seed: 2 }]);
    expect(record.learners[0]?.series).toEqual({ step: [0], objective: [1.5], infoNce: [1.5] });
  });

  it("redraws no more often than it is told to", async () => {
    const slow = new Playground(service, { redrawInterval: 60 });
    await slow.load({ presetId: null, config: presetConfig(null), view: DEFAULT_VIEW });
    const before = slow.state.revision;
    for (let step = 0; step < 200; step++) service.tellLoss(step, 1);
    await settle();
    expect(slow.state.revision - before).toBeLessThanOrEqual(1);
    expect(slow.record().stepsDone).toBe(200);
  });

  it("plays a twist at once", async () => {
    await playground.playWith({ optimizer: { learningRate: 0.01 } });
    expect(service.started.at(-1)?.optimizer.learningRate).toBe(0.01);
    expect(playground.state.run?.state).toBe("running");
  });
});
