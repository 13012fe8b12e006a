import { describe, expect, it } from "vitest";
import { EVERYTHING } from "../../../src/session/panels/arrangement";
import { isPanelOnPage } from "../../../src/session/projector/panels";
import { DEMONSTRATION, FEW_PANELS, type Scene } from "../../../src/session/projector/scenes";
import { leaveRoom, present, toggleBlank, turn } from "../../../src/session/projector/show";
import { NO_SCENE, placeAfter } from "../../../src/session/projector/state";
import { PHASES } from "../../../src/session/slow/phases";
import { loadedPlayground } from "../loadedPlayground";

async function inRoom(scenes: readonly Scene[] | null = null) {
  const { service, playground } = await loadedPlayground();
  playground.setView({ projector: true });
  present(playground, scenes);
  return { service, playground };
}

describe("the demonstration", () => {
  it("leads from the verdict over each chart and every phase of slow motion to all of it", () => {
    expect(DEMONSTRATION[0]).toMatchObject({ kind: "panels" });
    expect(DEMONSTRATION.flatMap((scene) => (scene.kind === "chart" ? scene.chart : []))).toEqual([
      "loss",
      "anchor",
      "variance",
      "accuracy",
    ]);
    expect(DEMONSTRATION.flatMap((scene) => (scene.kind === "phase" ? scene.phase : []))).toEqual(
      PHASES.map(({ id }) => id),
    );
    expect(DEMONSTRATION.at(-1)).toEqual({ kind: "panels", panels: FEW_PANELS });
  });

  it("begins with its first scene, whichever key is pressed, and stays at its ends", () => {
    expect(placeAfter(NO_SCENE, 1)).toBe(0);
    expect(placeAfter(NO_SCENE, -1)).toBe(0);
    expect(placeAfter({ ...NO_SCENE, at: 0 }, -1)).toBeNull();
    expect(placeAfter({ ...NO_SCENE, at: DEMONSTRATION.length - 1 }, 1)).toBeNull();
  });

  it("enlarges a chart, opens slow motion at its phase, and puts both back", async () => {
    const { service, playground } = await inRoom([
      { kind: "chart", chart: "variance" },
      { kind: "phase", phase: "forces" },
      { kind: "phase", phase: "update" },
      { kind: "panels", panels: ["verdict"] },
    ]);
    await turn(playground, 1);
    expect(playground.state).toMatchObject({ enlarged: "variance", view: { slow: false } });
    await turn(playground, 1);
    expect(playground.state).toMatchObject({ enlarged: null, view: { slow: true }, slow: { phase: 4 } });
    await turn(playground, 1);
    expect(playground.state.slow.phase).toBe(5);
    expect(service.calls).toEqual(["start", "step 1"]);
    await turn(playground, 1);
    expect(playground.state.view.slow).toBe(false);
    await turn(playground, 1);
    expect(playground.state.projector.at).toBe(3);
    await turn(playground, -1);
    expect(playground.state).toMatchObject({ view: { slow: true }, slow: { phase: 5 } });
  });

  it("turns the tour where it is taken, and the phases where slow motion was opened by hand", async () => {
    const { playground } = await inRoom();
    playground.store.setState({ tour: { at: 0, since: 0, byHand: false } });
    await turn(playground, 1);
    expect(playground.state).toMatchObject({ tour: { at: 1 }, projector: { at: null } });
    playground.tour.end();
    playground.setView({ projector: false, slow: true });
    await turn(playground, 1);
    expect(playground.state).toMatchObject({ slow: { phase: 1 }, projector: { at: null } });
  });

  it("comes back from a blank screen where it was", async () => {
    const { playground } = await inRoom();
    await turn(playground, 1);
    toggleBlank(playground);
    expect(playground.state.projector.isBlank).toBe(true);
    await turn(playground, 1);
    expect(playground.state.projector).toMatchObject({ at: 0, isBlank: false });
  });

  it("leaves the page as it is without a room", async () => {
    const { playground } = await inRoom([{ kind: "chart", chart: "loss" }]);
    await turn(playground, 1);
    await leaveRoom(playground);
    expect(playground.state).toMatchObject({ enlarged: null, projector: { at: null } });
  });
});

describe("the panels of a room", () => {
  it("are few, those of the scene, all of them in a tour, and those of a link where it says which", async () => {
    const { playground } = await inRoom([{ kind: "panels", panels: ["verdict"] }]);
    const shows = (name: "settings" | "charts" | "verdict") => isPanelOnPage(playground.state, name);
    expect([shows("settings"), shows("charts"), shows("verdict")]).toEqual([false, true, true]);
    await turn(playground, 1);
    expect([shows("settings"), shows("charts"), shows("verdict")]).toEqual([false, false, true]);
    playground.store.setState({ tour: { at: 0, since: 0, byHand: false } });
    expect(shows("settings")).toBe(true);
    playground.store.setState({ tour: null, arrangement: { ...EVERYTHING, panels: ["settings"] } });
    expect([shows("settings"), shows("charts")]).toEqual([true, false]);
    playground.setView({ projector: false });
    playground.store.setState({ arrangement: EVERYTHING });
    expect(shows("settings")).toBe(true);
  });
});
