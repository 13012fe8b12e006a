import { describe, expect, it } from "vitest";
import { CAPTIONS } from "../../../src/session/tour/captions";
import { latestMeans } from "../../../src/session/tour/latest";
import { Tour } from "../../../src/session/tour/tour";
import { loadedPlayground, settle } from "../loadedPlayground";

describe("the tour", () => {
  it("lets the run that is there train, on the Race", async () => {
    const { service, playground } = await loadedPlayground();
    playground.setPage("bound");
    playground.store.setState({ enlarged: "loss" });
    await playground.tour.start();
    expect(playground.state).toMatchObject({
      page: "race",
      tour: { at: 0 },
      unasked: false,
      enlarged: null,
      run: { state: "running" },
    });
    expect(service.calls).toEqual(["start", "resume"]);
  });

  it("goes on where the page trained by itself, and plays again what is over", async () => {
    const { service, playground } = await loadedPlayground();
    await playground.playUnasked(401);
    await playground.tour.start();
    expect(service.calls).toEqual(["start", "step 401", "resume"]);
    expect(playground.state.unasked).toBe(false);
    service.tellLoss(999, 1);
    service.tell({ type: "state", state: "finished" });
    await playground.tour.start();
    expect(service.calls.slice(3)).toEqual(["start", "resume"]);
  });

  it("leaves a run that is over alone where another experiment is set", async () => {
    const { service, playground } = await loadedPlayground();
    service.tellLoss(999, 1);
    service.tell({ type: "state", state: "finished" });
    playground.choosePreset("circle");
    await settle();
    await playground.tour.start();
    expect(service.calls).toEqual(["start"]);
    expect(playground.state.tour?.at).toBe(0);
  });

  it("turns by itself until somebody turns it, and touches no run when it ends", async () => {
    const { service, playground } = await loadedPlayground();
    let now = 0;
    const tour = new Tour(playground, () => now);
    await tour.start();
    service.tellLoss(500, 1);
    await settle();
    tour.tick();
    expect(playground.state.tour?.at).toBe(0);
    now += 1000 * (CAPTIONS[0]?.seconds ?? 0);
    tour.tick();
    expect(playground.state.tour).toEqual({ at: 1, since: now, byHand: false });
    tour.turn(1);
    now += 1e6;
    tour.tick();
    expect(playground.state.tour?.at).toBe(2);
    const calls = [...service.calls];
    tour.end();
    expect(playground.state.tour).toBeNull();
    tour.turn(1);
    tour.tick();
    expect(playground.state.tour).toBeNull();
    expect(service.calls).toEqual(calls);
  });
});

describe("the tour on a projector", () => {
  it("waits for whoever speaks", async () => {
    const { service, playground } = await loadedPlayground();
    playground.setView({ projector: true });
    let now = 0;
    const tour = new Tour(playground, () => now);
    await tour.start();
    service.tellLoss(500, 1);
    await settle();
    now += 1e6;
    tour.tick();
    expect(playground.state.tour?.at).toBe(0);
    tour.turn(1);
    expect(playground.state.tour?.at).toBe(1);
  });
});

describe("the caption of the forces", () => {
  const AT = CAPTIONS.findIndex(({ id }) => id === "forces");
  /** Two samples in both arms: the second one has its other view nearer than anything else. */
  const SIMILARITY = [
    [1, 0.9, 0.5, 0.9],
    [0.9, 1, 0.9, 0.95],
    [0.5, 0.9, 1, 0.9],
    [0.9, 0.95, 0.9, 1],
  ].flat();
  const arm = (index: number) => ({
    arm: index,
    seed: 0,
    embedding: new Float32Array(),
    size: 2,
    plane: new Float32Array(),
    explained: 1,
    similarity: Float32Array.from(SIMILARITY),
    similarityCount: 4,
    temperature: 0.1,
  });

  async function atForces() {
    const { service, playground } = await loadedPlayground();
    service.tell({ type: "views", views: { step: 0, arms: [arm(0), arm(1)] } as never });
    await settle();
    playground.setView({ views: false });
    await playground.tour.start();
    for (let n = 0; n < AT; n++) playground.tour.turn(1);
    return playground;
  }

  it("shows the card of a solved sample, and leaves it as it was", async () => {
    const playground = await atForces();
    expect(playground.state).toMatchObject({ view: { views: true }, anchor: { chosen: 1 } });
    playground.tour.turn(1);
    expect(playground.state.anchor.chosen).toBeNull();
  });

  it("speaks of the sample that somebody has chosen, and leaves it chosen", async () => {
    const playground = await atForces();
    playground.tour.end();
    playground.anchors.choose(0);
    await playground.tour.start();
    for (let n = 0; n < AT; n++) playground.tour.turn(1);
    expect(playground.state.anchor.chosen).toBe(0);
    playground.tour.end();
    expect(playground.state.anchor.chosen).toBe(0);
  });
});

describe("the latest value of a metric", () => {
  it("is the mean over the seeds of an arm, of what was measured last", async () => {
    const { service, playground } = await loadedPlayground();
    service.tellLoss(0, 2);
    service.tellLoss(1, 1);
    const { run } = playground.state;
    expect(latestMeans(run, "infoNce")).toEqual([1, 1]);
    expect(latestMeans(run, "probeAccuracy")).toEqual([null, null]);
    expect(latestMeans(null, "infoNce")).toEqual([]);
  });
});
