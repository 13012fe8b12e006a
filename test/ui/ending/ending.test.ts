import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { verbatim } from "../../../src/i18n/errors";
import type { Playground } from "../../../src/session/playground";
import { notifyOfEnds, toggleNotify } from "../../../src/ui/shell/ending/notification";
import { endingOptions, setEndingOption } from "../../../src/ui/shell/ending/options";
import { type Lock, ScreenKeeper, toggleAwake } from "../../../src/ui/shell/ending/wakeLock";
import { pageOf } from "../../gallery/seed/run";

const FINISHED = (await pageOf({ state: "finished" })).state;

type State = Playground["state"];

/** The page's state, with a run in one state after another. */
function stage() {
  const at = (state: "running" | "paused" | "finished" | "failed"): State => ({
    ...FINISHED,
    run: FINISHED.run && { ...FINISHED.run, state },
  });
  const store = createStore<State>(() => at("running"));
  return {
    store: store as Playground["store"],
    become: (state: Parameters<typeof at>[0]) => store.setState(at(state)),
  };
}

beforeEach(() => {
  vi.stubGlobal("localStorage", { setItem: vi.fn(), removeItem: vi.fn() });
});

afterEach(() => {
  endingOptions.setState({ notify: false, awake: false });
  vi.unstubAllGlobals();
});

describe("a notification", () => {
  function shown({ notify = true, hidden = true, ends = ["finished"] as ("paused" | "finished" | "failed")[] }) {
    const { store, become } = stage();
    const texts: string[] = [];
    setEndingOption("notify", notify);
    const end = notifyOfEnds({ store }, { isHidden: () => hidden, show: (text) => texts.push(text) });
    for (const state of ends) become(state);
    end();
    return texts;
  }

  it("says once what came out, where it was asked for and the page is hidden", () => {
    expect(shown({})).toEqual([expect.stringMatching(/^Done: FlatNCE /)]);
    expect(shown({ ends: ["failed"] })).toEqual([expect.stringMatching(/^Stopped by an error/)]);
    expect(shown({ ends: ["finished", "finished"] })).toHaveLength(1);
  });

  it("says once what came of a queue, and nothing of its runs", () => {
    const { store } = stage();
    const texts: string[] = [];
    setEndingOption("notify", true);
    const inQueue = (patch: Partial<State["queue"]>) =>
      store.setState((state) => ({ queue: { ...state.queue, ...patch } }));
    inQueue({ isRunning: true });
    notifyOfEnds({ store }, { isHidden: () => true, show: (text) => texts.push(text) });
    store.setState((state) => ({ run: state.run && { ...state.run, state: "finished" } }));
    expect(texts).toEqual([]);
    inQueue({ isRunning: false, said: verbatim("The queue is through.") });
    expect(texts).toEqual(["The queue is through."]);
    // Stopped by somebody, who knows.
    inQueue({ isRunning: true, said: null });
    inQueue({ isRunning: false });
    expect(texts).toHaveLength(1);
  });

  it("says nothing in view, unasked, or of a pause", () => {
    expect(shown({ hidden: false })).toEqual([]);
    expect(shown({ notify: false })).toEqual([]);
    expect(shown({ ends: ["paused"] })).toEqual([]);
  });

  it.each([
    ["granted", "on", true],
    ["denied", "refused", false],
    ["default", "refused", false],
  ] as const)("whose permission is %s when asked is %s", async (answer, switched, on) => {
    const asked = { permission: "default", requestPermission: async () => answer };
    vi.stubGlobal("window", { Notification: asked });
    vi.stubGlobal("Notification", asked);
    expect(await toggleNotify()).toBe(switched);
    expect(endingOptions.getState().notify).toBe(on);
  });

  it("that no browser has is said", async () => {
    vi.stubGlobal("window", {});
    expect(await toggleNotify()).toBe("unsupported");
  });
});

describe("the screen", () => {
  function keeper(refuses = false) {
    const { store, become } = stage();
    const locks: (Lock & { released: boolean })[] = [];
    let hidden = false;
    const request = async () => {
      if (refuses) throw new Error("little power");
      const lock = {
        released: false,
        release: async () => {
          lock.released = true;
        },
      };
      locks.push(lock);
      return lock;
    };
    const own = new ScreenKeeper({ store }, { isHidden: () => hidden, request });
    const hide = (to: boolean) => {
      hidden = to;
      // As browsers do.
      const lock = locks.at(-1);
      if (to && lock) lock.released = true;
      return own.update();
    };
    return { own, become, hide, held: () => locks.map(({ released }) => !released) };
  }

  it("is kept awake while something trains, and no longer", async () => {
    const { own, become, held } = keeper();
    await own.update();
    expect(held()).toEqual([]);
    setEndingOption("awake", true);
    await own.update();
    await own.update();
    expect(held()).toEqual([true]);
    become("paused");
    await own.update();
    expect(held()).toEqual([false]);
    become("running");
    await own.update();
    become("finished");
    await own.update();
    expect(held()).toEqual([false, false]);
  });

  it("is kept awake again once the page is back in view", async () => {
    const { own, hide, held } = keeper();
    setEndingOption("awake", true);
    await own.update();
    await hide(true);
    expect(held()).toEqual([false]);
    await hide(false);
    expect(held()).toEqual([false, true]);
  });

  it("that cannot be kept awake is not asked for again until that is wanted anew", async () => {
    const said = vi.spyOn(console, "info").mockImplementation(() => undefined);
    const { own, hide } = keeper(true);
    setEndingOption("awake", true);
    await own.update();
    await own.update();
    expect(said).toHaveBeenCalledTimes(1);
    await hide(true);
    await hide(false);
    expect(said).toHaveBeenCalledTimes(2);
    said.mockRestore();
  });

  it("is switched on where the browser has a lock and gives it, and else that is said", async () => {
    vi.stubGlobal("navigator", {});
    expect(await toggleAwake()).toBe("unsupported");
    vi.stubGlobal("navigator", { wakeLock: { request: () => Promise.reject(new Error("little power")) } });
    expect(await toggleAwake()).toBe("refused");
    expect(endingOptions.getState().awake).toBe(false);
    vi.stubGlobal("navigator", { wakeLock: { request: async () => ({ release: async () => undefined }) } });
    expect([await toggleAwake(), await toggleAwake()]).toEqual(["on", "off"]);
  });
});
