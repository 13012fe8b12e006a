import { IconPencil } from "@tabler/icons-react";
import { describe, expect, it } from "vitest";
import { ACTIONS, actionFor, actionsOf, actionTexts, shortcuts } from "../../src/session/actions";
import type { Action } from "../../src/session/actions/action";
import { freshState, type PlaygroundState } from "../../src/session/playgroundState";
import { newRun, type Run } from "../../src/session/run";

const fresh = freshState();
const stateOfRun = (state: Run["state"]): PlaygroundState => ({
  ...fresh,
  run: { ...newRun(fresh.draft, null, null), state },
});
const STATES: PlaygroundState[] = [
  fresh,
  { ...fresh, starting: true },
  ...(["paused", "running", "finished", "failed"] as const).map(stateOfRun),
  { ...fresh, settingsSteps: { past: 1, future: 1 } },
  { ...fresh, settingsSteps: { past: 1, future: 1 }, removed: { count: 1 } },
  { ...fresh, enlarged: "loss" },
  { ...fresh, enlarged: "loss", anchor: { ...fresh.anchor, chosen: 1 } },
  { ...fresh, enlarged: "loss", reading: { ...fresh.reading, pinned: 4 } },
  ...(["idle", "waiting", "running", "stopped", "finished"] as const).map(
    (phase): PlaygroundState => ({
      ...fresh,
      page: "bound",
      labs: { ...fresh.labs, bound: { ...fresh.labs.bound, phase } },
    }),
  ),
];

describe("the registry of actions", () => {
  it("has a label for each, and never two of one key that are enabled at a time", () => {
    expect(Object.values(ACTIONS).every(({ label }) => label)).toBe(true);
    for (const key of shortcuts().keys())
      for (const state of STATES) {
        const enabled = Object.values(ACTIONS).filter((action) => action.shortcut === key && action.enabled(state));
        expect(enabled.length, `"${key}"`).toBeLessThanOrEqual(1);
      }
  });

  it("undoes a deletion before a change of the settings", () => {
    const changed: PlaygroundState = { ...fresh, settingsSteps: { past: 1, future: 0 } };
    expect(actionFor("Mod+z", changed)).toBe(ACTIONS.undo);
    expect(actionFor("Mod+z", { ...changed, removed: { count: 1 } })).toBe(ACTIONS.putBack);
  });

  it("gives a key the meaning that it has now", () => {
    // A run under preparation is played once it is ready.
    expect(STATES.map((state) => actionFor(" ", state)?.label)).toEqual([
      ACTIONS.play.label,
      ACTIONS.play.label,
      ACTIONS.play.label,
      ACTIONS.pause.label,
      ACTIONS.moreSeeds.label,
      undefined,
      ACTIONS.play.label,
      ACTIONS.play.label,
      ACTIONS.play.label,
      ACTIONS.play.label,
      ACTIONS.play.label,
      ACTIONS.measure.label,
      ACTIONS.cancel.label,
      ACTIONS.cancel.label,
      ACTIONS.measure.label,
      undefined,
    ]);
  });

  it("brings one more into shortcuts, list and menu by its line alone", () => {
    const note: Action = {
      icon: IconPencil,
      label: "Add a note to the run",
      shortcut: "n",
      menu: "export",
      enabled: ({ run }) => run !== null,
      run: ({ announce }) => announce({ id: "noted", text: "noted" }),
    };
    const actions = { ...ACTIONS, note };
    expect(actionFor("n", stateOfRun("paused"), actions)).toBe(note);
    expect(actionFor("n", fresh, actions)).toBeUndefined();
    expect(shortcuts(actions).get("n")).toBe("note");
    expect(actionTexts("note", actions).label.text).toBe(note.label);
    const ids = (of: Readonly<Record<string, Action>>) => actionsOf("export", of).map(([id]) => id);
    expect(ids(actions)).toEqual([...ids(ACTIONS), "note"]);
  });
});
