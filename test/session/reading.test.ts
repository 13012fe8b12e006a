import { describe, expect, it } from "vitest";
import { createPlayground } from "../../src/session/playground";
import { onlyArm, pin, setXAxis, toggleArm, zoomTo } from "../../src/session/reading/changes";
import { zoomOf } from "../../src/session/reading/state";
import { FakeService } from "./fakeService";

const page = () => createPlayground(new FakeService());

describe("what is looked at in the charts", () => {
  it("zooms all charts together", () => {
    const playground = page();
    zoomTo(playground, "loss", [10, 20]);
    expect(zoomOf(playground.state.reading, "variance")).toEqual([10, 20]);
    zoomTo(playground, "variance", null);
    expect(zoomOf(playground.state.reading, "loss")).toBeNull();
  });

  it("zooms one chart alone, over what all show", () => {
    const playground = page();
    zoomTo(playground, "loss", [10, 20]);
    playground.setView({ zoomAll: false });
    zoomTo(playground, "loss", [12, 14]);
    const zooms = () => ["loss", "variance"].map((chart) => zoomOf(playground.state.reading, chart));
    expect(zooms()).toEqual([
      [12, 14],
      [10, 20],
    ]);
    zoomTo(playground, "loss", null);
    expect(zooms()).toEqual([
      [10, 20],
      [10, 20],
    ]);
    zoomTo(playground, "loss", null);
    expect(zooms()).toEqual([null, null]);
  });

  it("forgets a zoom with its axis, and keeps the pinned step", () => {
    const playground = page();
    zoomTo(playground, "loss", [10, 20]);
    pin(playground, 12);
    setXAxis(playground, { xScale: "log" });
    expect(playground.state.reading.zoom).toEqual([10, 20]);
    setXAxis(playground, { x: "samples" });
    expect(playground.state.view.x).toBe("samples");
    expect(playground.state.reading).toMatchObject({ zoom: null, pinned: 12 });
  });

  it("switches arms off and on, or all but one", () => {
    const playground = page();
    const hidden = () => playground.state.reading.hidden;
    toggleArm(playground, "A");
    expect(hidden()).toEqual(["A"]);
    toggleArm(playground, "A");
    onlyArm(playground, "B", ["A", "B", "C"]);
    expect(hidden()).toEqual(["A", "C"]);
    onlyArm(playground, "B", ["A", "B", "C"]);
    expect(hidden()).toEqual([]);
  });
});
