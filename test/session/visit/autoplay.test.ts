import { beforeEach, describe, expect, it } from "vitest";
import { DEFAULT_PRESET, LIGHT_PRESET } from "../../../src/config/presets";
import type { Playground } from "../../../src/session/playground";
import { reasonToWait } from "../../../src/session/visit/autoplay";
import type { FakeService } from "../fakeService";
import { loadedPlayground, settle } from "../loadedPlayground";

const BARE = {
  hash: "",
  prefersReducedMotion: false,
  savesData: false,
  battery: null,
  presetId: LIGHT_PRESET,
  environment: { backend: "wasm", software: false },
} as const;
const GPU = { backend: "webgpu", software: false } as const;

describe("reasonToWait", () => {
  it("is none for a visit without a link on a device that has power to spare", () => {
    expect(reasonToWait(BARE)).toBeNull();
    expect(reasonToWait({ ...BARE, hash: "#", battery: 0.2 })).toBeNull();
    expect(reasonToWait({ ...BARE, presetId: DEFAULT_PRESET, environment: GPU })).toBeNull();
  });

  it.each([
    ["link", { hash: "#preset=points" }],
    ["link", { hash: "#lab=sweep" }],
    ["link", { hash: "#autoplay=0" }],
    ["reducedMotion", { prefersReducedMotion: true }],
    ["dataSaver", { savesData: true }],
    ["lowBattery", { battery: 0.19 }],
    ["heavy", { presetId: DEFAULT_PRESET }],
    ["heavy", { presetId: DEFAULT_PRESET, environment: { ...GPU, software: true } }],
  ] as const)("is %s for %o", (reason, change) => {
    expect(reasonToWait({ ...BARE, ...change })).toBe(reason);
  });
});

describe("a run that the page began by itself", () => {
  let service: FakeService;
  let playground: Playground;

  beforeEach(async () => {
    ({ service, playground } = await loadedPlayground());
    await playground.playUnasked(300);
    service.tell({ type: "state", state: "running" });
    service.tellLoss(0, 1);
    await settle();
  });

  it("goes on to its end once it is played, and is its user's from then on", async () => {
    service.tell({ type: "state", state: "paused" });
    await playground.play();
    expect(service.calls).toEqual(["start", "step 300", "resume"]);
    playground.setField("batchSize", 24);
    await settle();
    expect(service.started).toHaveLength(1);
  });

  it("takes changed settings over as one that has not begun", async () => {
    playground.setField("batchSize", 24);
    await settle();
    expect(service.started.at(-1)?.batchSize).toBe(24);
    expect(playground.state).toMatchObject({ unasked: false, run: { state: "paused", step: 0 } });
  });

  it("is only begun before anybody else has", async () => {
    await playground.playUnasked(300);
    await playground.restart();
    playground.setPage("sweep");
    await playground.playUnasked(300);
    expect(service.calls).toEqual(["start", "step 300", "start"]);
  });
});
