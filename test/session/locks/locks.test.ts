import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { getIn, merge } from "../../../src/config/paths";
import { PRESETS, presetConfig } from "../../../src/config/presets";
import type { ExperimentInput } from "../../../src/config/schema";
import { english } from "../../../src/i18n/translate";
import { keepLocked } from "../../../src/session/locks/locks";
import { controlState, EVERYTHING } from "../../../src/session/panels/arrangement";
import { arrange } from "../../../src/session/panels/changes";
import { SETTING_PATHS } from "../../../src/session/panels/controls";
import type { Playground } from "../../../src/session/playground";
import { createApi } from "../../../src/session/playgroundApi";
import { loadedPlayground, settle } from "../loadedPlayground";

/** A page whose link has locked some settings. */
async function lockedPage(...lockedControls: string[]) {
  const page = await loadedPlayground();
  arrange(page.playground, { lockedControls });
  return page;
}

const said = ({ state }: Playground) =>
  state.notices.filter(({ kind }) => kind === "settingsLocked").map(({ detail }) => detail && english(detail));
const api = (playground: Playground) => createApi(playground, "test", Promise.resolve());

describe("a locked setting", () => {
  it("stays where it is set alone, and the page says which", async () => {
    const { playground } = await lockedPage("temperature");
    const { temperature } = playground.state.draft;
    playground.setField("temperature", 0.9);
    expect(playground.state.draft.temperature).toBe(temperature);
    expect(said(playground)).toEqual([expect.stringMatching(/^Temperature.*: whoever made this page/)]);
    playground.setField("batchSize", 8);
    expect(playground.state.draft.batchSize).toBe(8);
    expect(said(playground)).toEqual([]);
  });

  it("stays where a preset, a text or a run sets all at once; the rest is taken", async () => {
    const { playground } = await lockedPage("temperature");
    const { temperature } = playground.state.draft;
    const other = PRESETS.find(({ id }) => presetConfig(id).temperature !== temperature);
    if (!other) throw new Error("every preset has one temperature");
    playground.choosePreset(other.id);
    expect(playground.state).toMatchObject({ presetId: other.id, draft: { temperature } });
    expect(playground.state.draft.arms).toEqual(presetConfig(other.id).arms);
    expect(said(playground)).toHaveLength(1);
    const wanted = merge(playground.state.draft, { temperature: 0.77, batchSize: 6 });
    playground.edit((draft) => draft.set(wanted));
    expect(playground.state.draft).toMatchObject({ temperature, batchSize: 6 });
    await playground.reuseSettings({ presetId: null, config: merge(wanted, { batchSize: 10 }) });
    expect(playground.state.draft).toMatchObject({ temperature, batchSize: 10 });
    await playground.openInRace(merge(wanted, { batchSize: 12 }));
    expect(playground.state.draft).toMatchObject({ temperature, batchSize: 12 });
    expect(said(playground)).toHaveLength(1);
  });

  it("stays where changes from before it was locked are taken back and made again", async () => {
    const { playground } = await loadedPlayground();
    playground.setField("batchSize", 8);
    playground.setField("temperature", 0.9);
    playground.setField("batchSize", 16);
    arrange(playground, { lockedControls: ["temperature"] });
    for (const _ of [1, 2, 3]) playground.settingsHistory.undo();
    expect(playground.state.draft.temperature).toBe(0.9);
    expect(playground.state.draft.batchSize).toBe(presetConfig("points").batchSize);
    expect(playground.state.settingsSteps).toEqual({ past: 0, future: 3 });
    for (const _ of [1, 2, 3]) playground.settingsHistory.redo();
    expect(playground.state.draft).toMatchObject({ temperature: 0.9, batchSize: 16 });
    expect(playground.state.settingsSteps).toEqual({ past: 3, future: 0 });
  });

  it("stays at a twist, for which the run is not given up where nothing is left of it", async () => {
    const { playground } = await lockedPage("temperature");
    await settle();
    const { run, draft } = playground.state;
    await playground.playTwist({ temperature: 0.9 });
    expect(playground.state.run).toBe(run);
    expect(playground.state.draft).toBe(draft);
    expect(said(playground)).toHaveLength(1);
    await playground.playTwist({ temperature: 0.9, batchSize: 8 });
    expect(playground.state.run?.config).toMatchObject({ temperature: draft.temperature, batchSize: 8 });
    // The run that was begun is no reason to be silent of what it lacks.
    expect(said(playground)).toHaveLength(1);
  });

  it("stays with what a kind of thing is, which its options belong to", async () => {
    const { playground } = await lockedPage("encoder.width");
    const { encoder } = playground.state.draft;
    playground.setField("encoder.id", encoder.id === "mlp" ? "convnet" : "mlp");
    expect(playground.state.draft.encoder).toEqual(encoder);
    expect(playground.state.draftErrors).toEqual([]);
  });

  it("leaves the preset's name where all of a preset is locked", async () => {
    const { playground } = await lockedPage("settings");
    const before = playground.state;
    for (const { id } of PRESETS) playground.choosePreset(id);
    expect(playground.state).toMatchObject({ presetId: before.presetId, draft: before.draft });
  });

  it("is refused to a frame's console, and free to the console of a page", async () => {
    const { playground } = await lockedPage("temperature");
    const frame = { ...playground.state.embed, on: true };
    playground.store.setState({ embed: frame });
    const { temperature } = playground.state.draft;
    const locked = /Temperature.*: whoever made this page/;
    const config: ExperimentInput = { temperature: temperature + 0.5 };
    await expect(api(playground).start(config)).rejects.toThrow(locked);
    await expect(api(playground).run(config)).rejects.toThrow(locked);
    await expect(api(playground).change(config)).rejects.toThrow(locked);
    expect(() => api(playground).queue.add(config)).toThrow(locked);
    expect(playground.state.draft.temperature).toBe(temperature);
    playground.store.setState({ embed: { ...frame, on: false } });
    await api(playground).start(config);
    expect(playground.state.run?.config.temperature).toBe(temperature + 0.5);
  });

  it("is what it was, whatever is set", () => {
    const presets = PRESETS.map(({ id }) => presetConfig(id));
    const locks = fc.uniqueArray(fc.constantFrom(...SETTING_PATHS, "dataset", "encoder", "optimizer"), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(fc.constantFrom(...presets), fc.constantFrom(...presets), locks, (before, wanted, lockedControls) => {
        const arrangement = { ...EVERYTHING, lockedControls };
        const { config } = keepLocked(before, wanted, arrangement);
        for (const path of SETTING_PATHS)
          if (controlState(arrangement, path) === "locked") expect(getIn(config, path)).toEqual(getIn(before, path));
      }),
    );
  });
});
