import { describe, expect, it } from "vitest";
import { presetConfig } from "../../../src/config/presets";
import { RunColumns } from "../../../src/record/columns";
import { formatUrl, parseUrl } from "../../../src/session/address/address";
import { boot } from "../../../src/session/boot";
import { linkWithCurves } from "../../../src/session/overlay/link";
import { linkedMetrics } from "../../../src/session/overlay/linkedMetrics";
import { drawnRuns } from "../../../src/session/overlay/state";
import { Playground } from "../../../src/session/playground";
import { freshState, type PlaygroundState } from "../../../src/session/playgroundState";
import { newRun } from "../../../src/session/run";
import { FakeService } from "../fakeService";

/** A page with a run of the preset `points` that has trained a while, whose settings were changed since. */
function measured(): PlaygroundState {
  const run = newRun(presetConfig("points"), null, "points");
  const { arms, seeds } = run.config;
  const learners = arms.length * seeds;
  const columns = new RunColumns(learners);
  columns.append({
    steps: Int32Array.from({ length: 300 }, (_, i) => i),
    values: { infoNce: Float32Array.from({ length: 300 * learners }, (_, i) => 3 - i / 300 / learners) },
  });
  Object.assign(run, { columns, step: 300 });
  return { ...freshState(), presetId: "vanish", draft: presetConfig("vanish"), run };
}

async function opened(hash: string) {
  const written: string[] = [];
  const playground = new Playground(new FakeService());
  const address = { read: () => hash, write: (next: string) => written.push(next), listen: () => undefined };
  const circumstances = async () => ({ prefersReducedMotion: true, savesData: false, battery: null });
  await boot(playground, address, { firstPreset: "points", circumstances });
  const settle = () => new Promise((done) => setTimeout(done, 300));
  return { playground, written, settle };
}

describe("a link with the curves of a run", () => {
  it("opens the experiment of the run, with its curves behind whatever is trained", async () => {
    const link = linkWithCurves(measured(), "mine");
    expect(link.startsWith("preset=points&reference=1.")).toBe(true);
    expect(link.length).toBeLessThan(2000);
    const { playground } = await opened(link);
    const { reference, draft, notices } = playground.state;
    expect(notices).toEqual([]);
    expect(draft).toEqual(presetConfig("points"));
    expect(reference).toMatchObject({ title: "mine", seeds: draft.seeds, batchSize: draft.batchSize });
    expect(reference?.columns.get("infoNce")?.length).toBe(40);
    expect(reference?.columns.learners).toBe(draft.arms.length);
  });

  it("has what the large charts show and the run has measured", () => {
    expect(linkedMetrics(measured())).toEqual(["infoNce"]);
    expect(linkedMetrics({ ...measured(), run: null })).toEqual([]);
    expect(() => linkWithCurves(freshState(), "")).toThrow("no record");
  });

  it("stays in the address with another setting and another run, until it is dismissed", async () => {
    const link = linkWithCurves(measured(), "mine");
    const text = parseUrl(link).reference?.text ?? "";
    const { playground, written, settle } = await opened(link);
    playground.setField("batchSize", 16);
    await playground.play();
    await settle();
    expect(written.at(-1)).toContain("batchSize=16");
    expect(written.at(-1)).toContain(`reference=${text}`);
    playground.overlay.dismissReference();
    await settle();
    expect(written.at(-1)).not.toContain("reference");
    expect(playground.state.reference).toBeNull();
  });

  it("is written as it was read, and changes nothing of the experiment", () => {
    const link = linkWithCurves(measured(), "mine");
    const { errors, tour, ...state } = parseUrl(link);
    expect([errors, tour]).toEqual([[], false]);
    expect(formatUrl(state)).toBe(link);
    expect(state.config).toEqual(presetConfig("points"));
  });

  it("is no run: neither a table nor a figure nor a comparison has it among theirs", () => {
    const { reference } = parseUrl(linkWithCurves(measured(), "mine"));
    const state = { ...freshState(), reference };
    expect(drawnRuns(state.overlay, undefined)).toEqual([]);
    expect([state.history, state.selected, state.run]).toEqual([[], [], null]);
  });

  it("is refused in words and counted where it is none, and the rest of the link holds", async () => {
    const { playground } = await opened("preset=points&batchSize=32&reference=1.AAAA%3Cscript%3E&seeds=x");
    const [notice, ...others] = playground.state.notices;
    expect(others).toEqual([]);
    expect(notice?.errors.map(({ path }) => path).sort()).toEqual(["reference", "seeds"]);
    expect(playground.state).toMatchObject({ reference: null, draft: { batchSize: 32 } });
  });
});
