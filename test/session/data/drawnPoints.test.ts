import { beforeEach, describe, expect, it } from "vitest";
import { presetConfig } from "../../../src/config/presets";
import { EMPTY, withPoints } from "../../../src/data/drawing/drawing";
import { INTERPRETATION } from "../../../src/data/drawing/table";
import { picked } from "../../../src/data/readers/pickedFiles";
import { loadDrawing, pointsNeeded, readDrawing } from "../../../src/session/data/drawnPoints";
import type { Playground } from "../../../src/session/playground";
import type { FakeService } from "../fakeService";
import { loadedPlayground } from "../loadedPlayground";
import { memoryOwnFiles } from "../memoryOwnFiles";

const DRAWN = withPoints(EMPTY, 1, [
  { x: 0.25, y: -0.5 },
  { x: 0, y: 1 },
]);
const MORE = withPoints(DRAWN, 0, [{ x: -1, y: 0 }]);

let service: FakeService;
let playground: Playground;

beforeEach(async () => {
  ({ service, playground } = await loadedPlayground({ ownFiles: memoryOwnFiles() }));
});

describe("a drawing", () => {
  it("is kept, and goes through the door of files that are brought, with what is what in it", async () => {
    const { ok, kept } = await loadDrawing(playground, DRAWN, null);
    expect(ok).toBe(true);
    expect(kept).toEqual({ name: "drawing 1.csv", table: "x,y,class\n0.25,-0.5,2\n0,1,2" });
    expect(playground.state.draft.dataset).toMatchObject({
      id: "files",
      name: kept.name,
      interpretation: INTERPRETATION,
    });
    expect(playground.state.run?.files?.files.map(({ path }) => path)).toEqual([kept.name]);
    expect(playground.state.ownFiles).toEqual([{ name: kept.name, count: 1, size: kept.table.length }]);
  });

  it("can be drawn on, and is another one then: the first is as it was", async () => {
    const { kept } = await loadDrawing(playground, DRAWN, null);
    const read = await readDrawing(playground, kept.name);
    expect(read.drawing).toEqual({
      ...DRAWN,
      classes: ["2"],
      points: DRAWN.points.map((point) => ({ ...point, label: 0 })),
    });
    expect((await loadDrawing(playground, read.drawing, read.kept)).kept.name).toBe("drawing 1.csv");
    expect((await loadDrawing(playground, MORE, read.kept)).kept.name).toBe("drawing 2.csv");
    expect((await readDrawing(playground, "drawing 1.csv")).drawing).toEqual(read.drawing);
    await playground.ownFiles.remove("drawing 2.csv");
    // A run still names the second one.
    expect((await loadDrawing(playground, DRAWN, null)).kept.name).toBe("drawing 3.csv");
    await expect(readDrawing(playground, "drawing 2.csv")).rejects.toThrow();
  });

  it("is kept where no run can be made of it, and the settings are as they were", async () => {
    service.failure = "no";
    const before = playground.state.draft;
    expect((await loadDrawing(playground, DRAWN, null)).ok).toBe(false);
    expect(playground.state.draft).toEqual(before);
    expect(playground.state.ownFiles.map(({ name }) => name)).toEqual(["drawing 1.csv"]);
  });

  it("says nothing of files that are brought later, but of itself when it comes again", async () => {
    const { kept } = await loadDrawing(playground, DRAWN, null);
    await playground.loadFiles(picked([new File([kept.table], kept.name)]));
    expect(playground.state.draft.dataset).toMatchObject({ interpretation: INTERPRETATION });
    await playground.loadFiles(picked([new File(["a,b\n1,2"], "other.csv")]));
    expect(playground.state.draft.dataset).toMatchObject({ name: "other.csv" });
    expect(playground.state.draftErrors).toEqual([]);
  });

  it("needs points for a batch beside those that are held out, and a dozen at least", () => {
    const points = presetConfig("points");
    expect(pointsNeeded(points)).toEqual({ needed: 39, batchSize: 32 });
    expect(pointsNeeded({ ...points, batchSize: 4 }).needed).toBe(12);
    // Settings for images would be set up for points first.
    expect(pointsNeeded(presetConfig("vanish")).batchSize).toBe(32);
  });
});
