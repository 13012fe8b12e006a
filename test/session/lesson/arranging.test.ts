import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exceptions, withControl, withExceptions, withPanel } from "../../../src/session/lesson/arranging";
import { controlState, EVERYTHING, isPanelShown } from "../../../src/session/panels/arrangement";
import { PANEL_NAMES, type PanelId } from "../../../src/session/panels/registry";

const names = PANEL_NAMES as PanelId[];
const PATHS = ["batchSize", "temperature", "dataset.samples"];

describe("panels of a lesson", () => {
  it("are shown and hidden as chosen, groups as a whole", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), fc.boolean()), { maxLength: 12 }), (choices) => {
        const made = choices.reduce((before, [name, shown]) => withPanel(before, name, shown), EVERYTHING);
        const last = choices.at(-1);
        if (last) expect(isPanelShown(made, last[0])).toBe(last[1]);
        expect(made.panels.length === 0 || made.hiddenPanels.length === 0).toBe(true);
      }),
    );
  });

  it("are written by whichever is shorter, and are everything again once all are shown", () => {
    const without = withPanel(EVERYTHING, "tour", false);
    expect([without.panels, without.hiddenPanels]).toEqual([[], ["tour"]]);
    expect(withPanel(without, "tour", true)).toEqual(EVERYTHING);
    const few = names
      .filter((name) => name !== "loss")
      .reduce((before, name) => withPanel(before, name, false), EVERYTHING);
    // The group of the charts took the loss along.
    expect(withPanel(few, "loss", true).panels).toEqual(["loss"]);
  });
});

describe("controls of a lesson", () => {
  it("are free, locked or hidden, one at a time, data among locked settings too", () => {
    const locked = withControl(EVERYTHING, "settings", "locked");
    expect(["settings", "batchSize", "data", "play"].map((name) => controlState(locked, name))).toEqual([
      "locked",
      "locked",
      "locked",
      "open",
    ]);
    expect(controlState(withControl(locked, "data", "open"), "data")).toBe("open");
    expect(withControl(locked, "settings", "open")).toEqual(EVERYTHING);
    expect(controlState(withControl(locked, "step", "hidden"), "step")).toBe("hidden");
  });

  it("have exceptions among the settings, whichever way", () => {
    const locked = withExceptions(withControl(EVERYTHING, "settings", "locked"), PATHS, ["temperature"]);
    expect(exceptions(locked, PATHS)).toEqual(["temperature"]);
    expect(controlState(locked, "temperature")).toBe("open");
    const hidden = withExceptions(withControl(EVERYTHING, "settings", "hidden"), PATHS, ["batchSize", "temperature"]);
    expect(exceptions(hidden, PATHS)).toEqual(["batchSize", "temperature"]);
    expect([...PATHS, "seeds"].map((path) => controlState(hidden, path))).toEqual(["open", "open", "hidden", "hidden"]);
    expect(exceptions(withExceptions(hidden, PATHS, []), PATHS)).toEqual([]);
    const free = withExceptions(EVERYTHING, PATHS, ["batchSize"]);
    expect(exceptions(free, PATHS)).toEqual(["batchSize"]);
    expect(controlState(free, "batchSize")).toBe("locked");
    expect(withExceptions(free, PATHS, [])).toEqual(EVERYTHING);
  });
});
