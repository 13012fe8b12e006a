import { beforeEach, describe, expect, it } from "vitest";
import { recordToJson } from "../../../src/export/json";
import { english } from "../../../src/i18n/translate";
import { cellsOf } from "../../../src/labs/sweep/grid";
import { isLabDocument } from "../../../src/session/labs/documentFiles";
import { openLabDocument } from "../../../src/session/labs/opening";
import { Playground } from "../../../src/session/playground";
import { memoryLabs } from "../../../src/storage/labArchive";
import { rowsOf, smallSweep, sweepPart } from "../../support/labs/sweep";
import { FakeService } from "../fakeService";

const SWEEP = smallSweep();

let service: FakeService;
let archive: ReturnType<typeof memoryLabs>;
let playground: Playground;

const settle = () => new Promise((resolve) => setTimeout(resolve, 15));
const lab = () => playground.state.labs.sweep;
const noteText = () => (lab().note ? english(lab().note!) : null);
const fileOf = (document: object, name = "sweep-result.json") => new File([JSON.stringify(document)], name);
const open = (document: object) => openLabDocument(playground, fileOf(document));

/** A page as after a reload: the archive is all that it has of before. */
function visit(): Playground {
  service = new FakeService();
  return new Playground(service, { labArchive: archive, redrawInterval: 0 });
}

beforeEach(() => {
  archive = memoryLabs();
  playground = visit();
});

describe("a document of a sweep", () => {
  it("is shown with its settings on the page of its lab, with nothing left to run, and kept", async () => {
    const document = sweepPart(smallSweep({ metric: "knnAccuracy" }));
    await open(document);
    expect(playground.state.page).toBe("sweep");
    expect(lab()).toMatchObject({
      phase: "finished",
      done: 6,
      total: 6,
      config: { metric: "knnAccuracy", base: { steps: 10 } },
    });
    expect(lab().rows).toEqual(document.rows);
    expect(noteText()).toBe("Opened sweep-result.json: all 6 cells are there.");
    playground = visit();
    playground.labs.setConfig("sweep", document.config);
    await settle();
    expect(lab()).toMatchObject({ phase: "finished", rows: document.rows, note: null });
  });

  it("says how many cells are missing, whatever it claims, and is gone on with on the same device", async () => {
    const document = { ...sweepPart(SWEEP, undefined, 4), finished: true };
    await open(document);
    expect(lab()).toMatchObject({ phase: "stopped", done: 4, total: 6 });
    expect(noteText()).toBe("Opened sweep-result.json: 2 of 6 cells are missing. Continue measures what is missing.");
    void playground.labs.run("sweep");
    await settle();
    service.tellLab({ type: "rows", rows: rowsOf(cellsOf(SWEEP)[4]!) });
    await settle();
    expect(lab().rows).toEqual([...document.rows, ...rowsOf(cellsOf(SWEEP)[4]!)]);
    expect(lab().note).toBeNull();
  });

  it("is opened where an earlier version measured it, which says what it lacks", async () => {
    const document = sweepPart(SWEEP);
    const rows = document.rows.map(({ noiseScale: _, silentGradients: __, ...row }) => row);
    await open({ ...document, rows });
    expect(lab().rows).toEqual(document.rows.map((row) => ({ ...row, noiseScale: null, silentGradients: null })));
    expect(noteText()).toMatch(
      /^Opened sweep-result\.json: all 6 cells are there\. An earlier version measured it, without .+ and .+\.$/,
    );
    const wrong = rows.map((row) => ({ ...row, infoNce: "low" }));
    await expect(open({ ...document, rows: wrong })).rejects.toThrow(/rows\[0\]\.infoNce/);
  });

  it("says that another device would begin anew", async () => {
    const document = sweepPart(SWEEP, { index: 1, count: 3 });
    await open({ ...document, sources: undefined, environment: { ...document.environment, adapter: "another" } });
    expect(noteText()).toMatch(
      /4 of 6 cells are missing\. It was measured on webgpu \(another\);.*measure all of it anew on webgpu \(test adapter\)/,
    );
    expect(lab().rows).toEqual(document.rows);
  });

  it("takes no place of something else that was measured with the same settings", async () => {
    await open(sweepPart(SWEEP));
    const other = sweepPart(SWEEP, undefined, 2);
    await open({ ...other, startedAt: "2020-01-01T00:00:00.000Z" });
    expect(noteText()).toMatch(
      /4 of 6 cells are missing\. What was measured here with the same settings is kept as long as/,
    );
    expect(lab().rows).toEqual(other.rows);
    playground = visit();
    playground.labs.setConfig("sweep", SWEEP);
    await settle();
    expect(lab().rows).toEqual(sweepPart(SWEEP).rows);
  });

  it("takes the place of what it was gone on from", async () => {
    await open(sweepPart(SWEEP, undefined, 2));
    await open(sweepPart(SWEEP));
    expect(noteText()).toBe("Opened sweep-result.json: all 6 cells are there.");
    playground = visit();
    playground.labs.setConfig("sweep", SWEEP);
    await settle();
    expect(lab().phase).toBe("finished");
  });

  it("ends a measurement that is under way, whose rows stay", async () => {
    playground.labs.setConfig("sweep", SWEEP);
    void playground.labs.run("sweep");
    await settle();
    service.tellLab({ type: "rows", rows: rowsOf(cellsOf(SWEEP)[0]!) });
    await settle();
    await open(sweepPart(SWEEP));
    expect(lab()).toMatchObject({ phase: "finished", done: 6 });
    expect(noteText()).toMatch(/What was measured here with the same settings is kept as long as/);
    await settle();
    expect(lab().phase).toBe("finished");
  });

  it("is refused by its name, and leaves what is shown", async () => {
    const refusals: [object | string, RegExp][] = [
      ["{", /^bad\.json is not JSON/],
      [{ ...sweepPart(SWEEP), schema: 9 }, /^bad\.json: schema: is 9, of a later version/],
      [{ ...sweepPart(SWEEP), rows: [{ x: 1 }] }, /^bad\.json: rows\[0\]\./],
    ];
    for (const [content, reason] of refusals) {
      const file = typeof content === "string" ? new File([content], "bad.json") : fileOf(content, "bad.json");
      await expect(openLabDocument(playground, file)).rejects.toThrow(reason);
    }
    expect(playground.state.page).toBe("race");
    expect(lab()).toMatchObject({ phase: "idle", rows: [] });
  });
});

describe("documents of labs", () => {
  it("are told from records of runs and from data by how they begin", async () => {
    const { schema: _, ...exported } = sweepPart(SWEEP);
    const is = (text: string) => isLabDocument(new File([text], "a.json"));
    for (const document of [sweepPart(SWEEP), exported]) expect(await is(recordToJson(document))).toBe(true);
    expect(await is(JSON.stringify(sweepPart(SWEEP)))).toBe(true);
    for (const text of ["", "[]", '{"schema": 2, "app": {}}', '{"label": [1]}', '{"schema": {"fields": []}, "lab": 1}'])
      expect(await is(text), text).toBe(false);
  });

  it("are opened for labs that cannot count, too", async () => {
    const { environment } = sweepPart(SWEEP);
    const row = { xi: 1, format: "float16", form: "stable", source: "device", positive: 0.1, anchor: 0.2, value: null };
    const document = {
      lab: "precision",
      config: {},
      environment,
      startedAt: "2026-01-01T00:00:00.000Z",
      durationMs: 1,
      rows: [row],
    };
    await open({ ...document, finished: true });
    expect(playground.state.labs.precision).toMatchObject({ phase: "finished", rows: [row] });
    expect(english(playground.state.labs.precision.note!)).toBe("Opened sweep-result.json: it is complete.");
    await open({ ...document, finished: false });
    expect(english(playground.state.labs.precision.note!)).toMatch(/a part is missing\. Continue measures/);
  });
});
