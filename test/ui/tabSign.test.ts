import { describe, expect, it } from "vitest";
import { activityOf } from "../../src/ui/shell/tab/activity";
import { iconOf } from "../../src/ui/shell/tab/icon";
import { signTab } from "../../src/ui/shell/tab/tabSign";
import { titleOf } from "../../src/ui/shell/tab/title";
import { pageOf, type Scene } from "../gallery/seed/run";

const titleAt = async (scene: Scene) => titleOf((await pageOf(scene)).state);
const steps = (await pageOf()).state.draft.steps;

/** A lab that is half way, whatever its rows. */
const measuring: Scene["patch"] = ({ labs }) => ({
  labs: { ...labs, bound: { ...labs.bound, phase: "running", done: 3, total: 12 } },
});

describe("the title of the tab", () => {
  it("is the page's name until something has begun", async () => {
    expect(await titleAt({ run: false })).toBe("FlatNCE Playground");
    expect(await titleAt({ steps: 0 })).toBe("FlatNCE Playground");
  });

  it("says how far a run has come", async () => {
    expect(await titleAt({ steps: steps / 4, state: "running" })).toBe("25% \u00b7 FlatNCE Playground");
    expect(await titleAt({ steps: steps / 2 })).toBe("Paused at 50% \u00b7 FlatNCE Playground");
  });

  it("says what came out, only where a difference was detected", async () => {
    expect(await titleAt({ state: "finished" })).toMatch(
      /^Done: FlatNCE [+\u2212][\d.]+ points \u00b7 FlatNCE Playground$/,
    );
    expect(await titleAt({ state: "finished", change: { arms: [{ objective: "flatNce" }] } })).toMatch(/^Done \u00b7/);
    expect(await titleAt({ state: "finished", change: { seeds: 1 } })).toMatch(/^Done: no difference detected \u00b7/);
  });

  it("says how far a lab has come, and which, unless the Race trains", async () => {
    expect(await titleAt({ steps: 0, patch: measuring })).toBe("25% \u00b7 Bound \u00b7 FlatNCE Playground");
    const onItsPage: Scene["patch"] = (state) => ({ ...measuring(state), page: "bound" });
    expect(await titleAt({ steps: 0, patch: onItsPage })).toBe("25% \u00b7 Bound \u00b7 FlatNCE Playground");
    expect(await titleAt({ steps: steps / 2, state: "running", patch: measuring })).toMatch(/^50% \u00b7 FlatNCE/);
  });
});

describe("the icon of the tab", () => {
  it("fills with the run, and tells its ends apart", () => {
    const at = (share: number, phase: "running" | "paused" | "finished" | "failed" = "running") =>
      iconOf({ phase, share, lab: null });
    expect(new Set([at(0), at(0.5), at(1), at(0.5, "paused"), at(1, "finished"), at(0.5, "failed")]).size).toBe(6);
    expect(at(0.5)).toBe(at(0.51));
    expect(at(0.5)).toMatch(/^data:image\/svg\+xml,%3Csvg/);
  });

  it("is the page's own where nothing has begun", async () => {
    expect(activityOf((await pageOf({ steps: 0 })).state)).toBe(null);
  });
});

describe("the sign of the tab", () => {
  it("is written when it changes, however often the page does", async () => {
    const playground = await pageOf({ steps: steps / 2, state: "running" });
    const written: string[] = [];
    const end = signTab(playground, { write: (title) => written.push(title) }, 0);
    const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
    for (let i = 0; i < 10; i++) {
      playground.store.setState({ revision: i });
      await settled();
    }
    expect(written).toHaveLength(1);
    playground.store.setState(({ run }) => ({ run: run && { ...run, state: "paused" } }));
    await settled();
    expect(written.at(-1)).toMatch(/^Paused at 50%/);
    end();
    playground.store.setState({ run: null });
    await settled();
    expect(written).toHaveLength(2);
  });
});
