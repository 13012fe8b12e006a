import { describe, expect, it } from "vitest";
import { fieldInfo } from "../../../src/config/schemaInfo";
import { ACTIONS } from "../../../src/session/actions";
import type { Action } from "../../../src/session/actions/action";
import { GROUP_IDS, GROUPS } from "../../../src/ui/palette/entries";
import { reachableSettings, sectionOf } from "../../../src/ui/settings/sought";
import { loadedPlayground } from "../../session/loadedPlayground";

const setup = async () => {
  const { playground } = await loadedPlayground();
  const performed: Action[] = [];
  const scene = () => ({
    playground,
    state: playground.state,
    perform: (action: Action) => void performed.push(action),
  });
  const entries = () => GROUP_IDS.flatMap((group) => GROUPS[group](scene()));
  return { playground, performed, entries };
};

describe("what the palette offers", () => {
  it("are the actions that can be done now, with their keys", async () => {
    const { playground, performed, entries } = await setup();
    const ids = () => entries().map(({ id }) => id);
    expect(ids()).toContain("action.play");
    expect(ids()).not.toContain("action.palette");
    expect(ids()).not.toContain("action.undo");
    playground.setField("batchSize", 8);
    const undo = entries().find(({ id }) => id === "action.undo");
    expect(undo?.note).toBe("Ctrl+Z");
    undo?.run();
    expect(performed).toEqual([ACTIONS.undo]);
    playground.settingsHistory.undo();
    // Listed before, and chosen when there is nothing to undo any more.
    undo?.run();
    expect(performed).toEqual([ACTIONS.undo]);
    expect(new Set(ids()).size).toBe(ids().length);
  });

  it("are all settings that have a row, with their values, each in a section that can be unfolded", async () => {
    const { playground, entries } = await setup();
    const settings = reachableSettings(playground.state);
    expect(settings.map(({ path }) => path)).toEqual(expect.arrayContaining(["dataset.id", "batchSize", "backend"]));
    for (const { path } of settings) {
      expect(sectionOf(path), path).toBeDefined();
      expect(fieldInfo(path, playground.state.draft), path).not.toBeNull();
    }
    playground.setPage("bound");
    const steps = entries().find(({ id }) => id === "setting.steps");
    expect(steps?.note).toBe(String(playground.state.draft.steps));
    steps?.run();
    expect(playground.state).toMatchObject({ page: "race", sought: "steps", view: { settings: true } });
  });

  it("leads to the other pages and to every experiment", async () => {
    const { playground, entries } = await setup();
    entries()
      .find(({ id }) => id === "preset.circle")
      ?.run();
    expect(playground.state.presetId).toBe("circle");
    entries()
      .find(({ id }) => id === "page.precision")
      ?.run();
    expect(playground.state.page).toBe("precision");
    expect(entries().map(({ id }) => id)).not.toContain("page.precision");
  });
});
