import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PRESETS } from "../../../src/config/presets";
import { ACTIONS, actionFor } from "../../../src/session/actions";
import { formatUrl, namesExperiment, parseUrl } from "../../../src/session/address/address";
import {
  type Arrangement,
  areSettingsOpen,
  controlState,
  EVERYTHING,
  isPanelShown,
} from "../../../src/session/panels/arrangement";
import { CONTROL_NAMES, namesOfControl, SETTING_PATHS } from "../../../src/session/panels/controls";
import { namesOfPanel, PANEL_NAMES, panelsOf } from "../../../src/session/panels/registry";
import { freshState } from "../../../src/session/playgroundState";
import { newRun } from "../../../src/session/run";
import { FIELDS } from "../../../src/session/settings/sections";
import { state } from "../urlStates";

const someOf = (names: readonly string[]) => fc.uniqueArray(fc.constantFrom(...names), { maxLength: 5 });
const arrangement: fc.Arbitrary<Arrangement> = fc.record({
  panels: someOf(PANEL_NAMES),
  hiddenPanels: someOf(PANEL_NAMES),
  controls: someOf(CONTROL_NAMES),
  hiddenControls: someOf(CONTROL_NAMES),
  shownControls: someOf(CONTROL_NAMES),
  lockedControls: someOf(CONTROL_NAMES),
  openControls: someOf(CONTROL_NAMES),
});
const arranged = (patch: Partial<Arrangement>): Arrangement => ({ ...EVERYTHING, ...patch });

describe("the arrangement in the address", () => {
  it("is read as it was written, and not written where all is shown", () => {
    expect(formatUrl(state({}))).toBe("");
    fc.assert(
      fc.property(arrangement, (written) => {
        const read = parseUrl(`#${formatUrl(state({ arrangement: written }))}`);
        expect(read.errors).toEqual([]);
        expect(read.arrangement).toEqual(written);
      }),
    );
  });

  it("is read by a person's eye", () => {
    const written = arranged({ panels: ["loss", "views"], lockedControls: ["settings"], openControls: ["batchSize"] });
    expect(formatUrl(state({ arrangement: written }))).toBe(
      "panels=loss,views&controls.lock=settings&controls.open=batchSize",
    );
  });

  it("names whatever there is not, one by one, and keeps the rest", () => {
    const { errors, ...read } = parseUrl("#panels=loss,lose,+verdict&controls.lock=batchsize,play&panels.hide=");
    expect(errors.map(({ path, message }) => `${path} ${message.split(",")[0]}`)).toEqual([
      'panels there is no panel "lose"',
      "panels.hide names nothing",
      'controls.lock there is no control "batchsize"',
    ]);
    expect(read.arrangement).toEqual(arranged({ panels: ["loss", "verdict"], lockedControls: ["play"] }));
  });

  it("takes any text, and says as many things as it leaves out", () => {
    const key = fc.constantFrom(
      "panels",
      "panels.hide",
      "controls",
      "controls.hide",
      "controls.show",
      "controls.lock",
      "controls.open",
    );
    fc.assert(
      fc.property(key, fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 4 }), (name, texts) => {
        const { errors, arrangement: read } = parseUrl(`#${name}=${encodeURIComponent(texts.join(","))}`);
        const written = new Set(
          texts
            .join(",")
            .split(",")
            .map((text) => text.trim()),
        );
        written.delete("");
        const kept = Object.values(read).reduce((sum, names) => sum + names.length, 0);
        expect(errors).toHaveLength(written.size === 0 ? 1 : written.size - kept);
      }),
    );
  });

  it("says nothing of the experiment", () => {
    expect(namesExperiment("#panels=loss&controls.lock=settings")).toBe(false);
  });
});

describe("what is shown", () => {
  it("is all, unless something is said", () => {
    expect(PANEL_NAMES.every((name) => isPanelShown(EVERYTHING, name as never))).toBe(true);
    expect(SETTING_PATHS.every((path) => controlState(EVERYTHING, path) === "open")).toBe(true);
    expect(areSettingsOpen(EVERYTHING)).toBe(true);
  });

  it("has each panel under one name", () => {
    expect(new Set(PANEL_NAMES).size).toBe(PANEL_NAMES.length);
    expect(namesOfPanel("loss")).toEqual(["loss", "charts"]);
    expect(panelsOf("views")).toContain("forces");
  });

  it("of a group is each of its panels, and the group is there while one of them is", () => {
    const one = arranged({ panels: ["charts"], hiddenPanels: ["anchor"] });
    expect([isPanelShown(one, "loss"), isPanelShown(one, "anchor"), isPanelShown(one, "views")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isPanelShown(arranged({ panels: ["pairs"] }), "views")).toBe(true);
    expect(isPanelShown(arranged({ hiddenPanels: ["views"] }), "pairs")).toBe(false);
  });
});

describe("a control", () => {
  it("goes by every name that it has, from its own to the most general one", () => {
    expect(namesOfControl("optimizer.learningRate")).toEqual(["optimizer.learningRate", "optimizer", "settings"]);
    expect(namesOfControl("dataset.id")).toEqual(["dataset.id", "dataset", "data", "settings"]);
    expect(namesOfControl("step")).toEqual(["step", "transport"]);
  });

  it("is named in the address as the settings panel has it", () => {
    for (const { path } of FIELDS) expect(CONTROL_NAMES, path).toContain(path);
  });

  it("is locked by a general name and open by a more special one", () => {
    const locked = arranged({ lockedControls: ["settings"], openControls: ["batchSize", "optimizer"] });
    const states = ["batchSize", "optimizer.learningRate", "temperature", "data", "play"].map((name) =>
      controlState(locked, name),
    );
    expect(states).toEqual(["open", "open", "locked", "locked", "open"]);
    const both = arranged({ lockedControls: ["optimizer.learningRate"], openControls: ["optimizer"] });
    expect(controlState(both, "optimizer.learningRate")).toBe("locked");
    expect(areSettingsOpen(both)).toBe(false);
  });

  it("is hidden by a general name and there by a more special one", () => {
    const hidden = arranged({
      hiddenControls: ["settings", "optimizer.learningRate"],
      shownControls: ["batchSize", "optimizer"],
      lockedControls: ["batchSize"],
    });
    const names = ["batchSize", "optimizer.weightDecay", "optimizer.learningRate", "temperature", "data", "play"];
    expect(names.map((name) => controlState(hidden, name))).toEqual([
      "locked",
      "open",
      "hidden",
      "hidden",
      "hidden",
      "open",
    ]);
    expect(
      formatUrl(state({ arrangement: arranged({ hiddenControls: ["settings"], shownControls: ["batchSize"] }) })),
    ).toBe("controls.hide=settings&controls.show=batchSize");
  });

  it("is hidden where others alone are named", () => {
    const few = arranged({ controls: ["transport", "temperature"], hiddenControls: ["reset"] });
    const states = ["play", "reset", "temperature", "seeds", "presets"].map((name) => controlState(few, name));
    expect(states).toEqual(["open", "hidden", "open", "hidden", "hidden"]);
  });
});

describe("actions on a page with locked controls", () => {
  const fresh = freshState();
  const paused = { ...fresh, run: newRun(fresh.draft, null, null) };
  const keyed = (key: string, patch: Partial<Arrangement>) =>
    actionFor(key, { ...paused, arrangement: arranged(patch) });

  it("answer no key", () => {
    expect(keyed(" ", {})).toBe(ACTIONS.play);
    expect(keyed(" ", { lockedControls: ["transport"] })).toBeUndefined();
    expect(keyed("ArrowRight", { lockedControls: ["play"] })).toBe(ACTIONS.step);
    expect(keyed("p", { hiddenControls: ["presets"] })).toBeUndefined();
    expect(keyed("e", { hiddenPanels: ["settings"] })).toBeUndefined();
    expect(keyed("g", { hiddenPanels: ["tour"] })).toBeUndefined();
  });

  it("change no settings all at once", () => {
    const changed = { ...paused, presetId: PRESETS[0]?.id ?? null, draft: { ...fresh.draft, seeds: 3 } };
    expect(ACTIONS.resetSettings.enabled(changed)).toBe(true);
    const locked = { ...changed, arrangement: arranged({ lockedControls: ["seeds"] }) };
    expect([ACTIONS.resetSettings, ACTIONS.editJson].map((action) => action.enabled(locked))).toEqual([false, false]);
  });
});

describe("every panel of the registry", () => {
  /** Where panels stand that are not told by `<Panel id>`: lists of charts, and what asks for itself. */
  const PLACES = [
    "race/Race.tsx",
    "race/Diagnostics.tsx",
    "charts/ProbeCharts.tsx",
    "views/Views.tsx",
    "shell/bar/TopBar.tsx",
  ];
  const marked = PLACES.flatMap((file) => [
    ...readFileSync(new URL(`../../../src/ui/${file}`, import.meta.url), "utf8").matchAll(/<Panel id="(\w+)"/g),
  ]).map(([, id]) => id as string);

  it("has its place on the page", () => {
    const inLists = [...panelsOf("charts"), ...panelsOf("diagnostics")];
    const missing = PANEL_NAMES.filter((name) => !marked.includes(name) && !inLists.includes(name as never));
    expect(missing).toEqual(["diagnostics"]);
  });
});
