import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import { defaults } from "../../../src/config/parse";
import { PlaygroundError, verbatim } from "../../../src/i18n/errors";
import { RunColumns } from "../../../src/record/columns";
import { Overlay } from "../../../src/session/overlay/overlay";
import { drawnRuns, MOST_OVERLAID, type OverlaidRun } from "../../../src/session/overlay/state";
import { freshState, type PlaygroundStore } from "../../../src/session/playgroundState";
import { newRun } from "../../../src/session/run";

const row = (id: string) => ({ id, name: id, startedAt: "2026-01-01T00:00:00.000Z", config: defaults() });
const run = (id: string): OverlaidRun => ({ ...row(id), presetId: null, columns: new RunColumns(1), stopped: [] });

/** A page with kept runs `0`, `1`, ... of which some cannot be read. */
function page(count: number, unreadable: string[] = []) {
  const store: PlaygroundStore = createStore(freshState);
  store.setState({ history: Array.from({ length: count }, (_, i) => row(String(i))) as never });
  const reads: string[] = [];
  const notices: string[] = [];
  const overlay = new Overlay({
    store,
    archive: {
      open: async (id) => {
        reads.push(id);
        if (unreadable.includes(id)) throw new PlaygroundError(verbatim("gone"));
        return { ...newRun(defaults(), null, null), id };
      },
    },
    notify: (kind) => notices.push(kind),
  });
  const select = async (...selected: string[]) => {
    store.setState({ selected });
    await new Promise((done) => setTimeout(done));
    return store.getState().overlay;
  };
  return { store, overlay, reads, notices, select };
}

describe("the runs behind the one that is shown", () => {
  it("are those that are selected, in that order, each read once", async () => {
    const { select, reads } = page(3);
    await select("2");
    const { runs } = await select("2", "0");
    expect(runs.map(({ id }) => id)).toEqual(["2", "0"]);
    expect((await select("0")).runs.map(({ id }) => id)).toEqual(["0"]);
    expect(reads).toEqual(["2", "0"]);
  });

  it("are as many as can be told apart, and it is said how many are not drawn", async () => {
    const { select } = page(14);
    const { runs, left } = await select(...Array.from({ length: 14 }, (_, i) => String(i)));
    expect([runs.length, left]).toEqual([MOST_OVERLAID, 14 - MOST_OVERLAID]);
  });

  it("lack one that cannot be read, which is said", async () => {
    const { select, notices } = page(2, ["1"]);
    expect((await select("0", "1")).runs.map(({ id }) => id)).toEqual(["0"]);
    expect(notices).toEqual(["runNotOpened"]);
  });

  it("end with the ghost, which is not drawn twice, and never hold the run that is shown", () => {
    const [a, b] = [run("a"), run("b")];
    const ids = (overlay: Parameters<typeof drawnRuns>[0], shown?: string) =>
      drawnRuns(overlay, shown).map(({ id }) => id);
    expect(ids({ runs: [a], ghost: b })).toEqual(["a", "b"]);
    expect(ids({ runs: [a, b], ghost: b })).toEqual(["a", "b"]);
    expect(ids({ runs: [a, b], ghost: null }, "a")).toEqual(["b"]);
  });

  it("lose the ghost when it is dismissed", () => {
    const { store, overlay } = page(0);
    store.setState(({ overlay: before }) => ({ overlay: { ...before, ghost: run("a") } }));
    overlay.dismissGhost();
    expect(store.getState().overlay.ghost).toBeNull();
  });
});
