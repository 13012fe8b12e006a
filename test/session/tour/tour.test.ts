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
