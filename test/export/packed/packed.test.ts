import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { filesOf, type PackedRun } from "../../../src/export/packed/contents";
import { folderName } from "../../../src/export/packed/names";
import { writeZip } from "../../../src/export/packed/write";
import { english } from "../../../src/i18n/translate";
import type { RunRecord } from "../../../src/record/record";
import { areRecords } from "../../../src/session/runs/recordFiles";
import { recordsAmong } from "../../../src/ui/opening";
import { loadedPlayground } from "../../session/loadedPlayground";
import { drawnRun, recordOfDrawn, runOf } from "../../support/drawnRun";
import { OPTIONS, reportedOf } from "../report/reports";

const REMARKS = { name: "A: run", note: "of note", tags: ["t", "ü, x"], starred: true, pinned: true };

type Beside = Partial<Pick<PackedRun, "checkpoint" | "remarks">>;

async function* packed(records: readonly RunRecord[], beside: Beside): AsyncGenerator<PackedRun> {
  for (const record of records) {
    const reported = reportedOf(record, { name: "A: run", note: "of note", tags: ["t"] });
    yield { record, reported, checkpoint: null, remarks: null, ...beside };
  }
}

async function archiveOf(records: readonly RunRecord[], beside: Beside = {}): Promise<File> {
  const files = filesOf(packed(records, beside), { isOne: records.length === 1, report: OPTIONS });
  return new File([await writeZip(files, OPTIONS.pause)], "data.zip");
}

const SOME: RunRecord = recordOfDrawn(
  runOf({
    messages: [{ steps: [0, 1], metrics: ["infoNce"], values: Array.from({ length: 8 }, (_, i) => i / 8) }],
    layers: [],
    stops: [null, null, null, 7],
  }),
);

describe("all data of runs as an archive", () => {
  it("comes back as the same records", async () => {
    await fc.assert(
      fc.asyncProperty(drawnRun, async (drawn) => {
        const record = recordOfDrawn(runOf(drawn));
        const { playground } = await loadedPlayground();
        const count = await playground.runs.importFiles([await archiveOf([record])]);
        expect(count).toEqual({ imported: 1, known: 0, left: [] });
        const [kept] = playground.runs.archive.runs;
        expect((await playground.runs.record(kept?.id ?? "")).learners).toEqual(record.learners);
      }),
      { numRuns: 10 },
    );
  });

  it("brings the name, the note, the tags and the star along, but leaves those that a run has here", async () => {
    const archive = await archiveOf([SOME], { remarks: REMARKS });
    const { playground } = await loadedPlayground();
    const { archive: kept } = playground.runs;
    await playground.runs.importFiles([archive]);
    expect(kept.runs).toMatchObject([REMARKS]);
    await kept.remark(kept.runs[0]!, { name: "mine" });
    expect(await playground.runs.importFiles([archive])).toMatchObject({ known: 1 });
    expect(kept.runs).toMatchObject([{ ...REMARKS, name: "mine" }]);
  });

  it("brings the run where what was said of it cannot be read, and says so", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (junk) => {
        const archive = await archiveOf([SOME], { remarks: { ...REMARKS, tags: junk as string[] } });
        const { playground } = await loadedPlayground();
        const { imported, left } = await playground.runs.importFiles([archive]);
        expect(imported).toBe(1);
        const isRead = Array.isArray(junk) && junk.every((tag) => typeof tag === "string" && tag !== "");
        expect(left.map(english)).toEqual(isRead ? [] : [expect.stringMatching(/^data\.zip\/remarks\.json: .*tags/)]);
        expect(playground.runs.archive.runs).toMatchObject([isRead ? { name: "A: run" } : { name: "" }]);
      }),
      { numRuns: 20 },
    );
  });

  it("says what is what, and has the files that it names", async () => {
    const state = Uint8Array.from([1, 2, 3]);
    const files = unzipSync(
      new Uint8Array(
        await (await archiveOf([SOME], { checkpoint: { bytes: state, step: 1 }, remarks: REMARKS })).arrayBuffer(),
      ),
    );
    const names = Object.keys(files).sort();
    expect(names).toEqual([
      "README.txt",
      "checkpoint.safetensors",
      "config.json",
      "record.json",
      "remarks.json",
      "report.html",
      "series.csv",
    ]);
    expect(files["checkpoint.safetensors"]).toEqual(state);
    const readme = new TextDecoder().decode(files["README.txt"]);
    for (const name of names.slice(1)) expect(readme).toContain(`\n${name}`);
    expect(readme).toMatch(/^A: run\n.*\nTags: t\n\nof note\n/);
  });

  it("has a folder for each run, and all of them come back", async () => {
    const other = { ...SOME, startedAt: "2026-02-03T04:05:06.000Z" };
    const archive = await archiveOf([SOME, other]);
    const paths = Object.keys(unzipSync(new Uint8Array(await archive.arrayBuffer())));
    expect(new Set(paths.map((path) => path.split("/")[0]))).toEqual(new Set(["A-run", "A-run-2"]));
    const { playground } = await loadedPlayground();
    expect(await playground.runs.importFiles([archive])).toEqual({ imported: 2, known: 0, left: [] });
    expect(await playground.runs.importFiles([archive])).toEqual({ imported: 0, known: 2, left: [] });
  });

  it("is told from archives of data, which are trained on, and from what is none", async () => {
    const data = new File([zipSync({ "a/record.json": new Uint8Array(1), "b/1.png": new Uint8Array(1) })], "data.zip");
    const broken = new File(["no archive"], "broken.zip");
    const archive = await archiveOf([SOME]);
    expect(await Promise.all([[archive], [data], [broken], [archive, data], []].map(areRecords))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(await recordsAmong([{ file: archive, path: archive.name }])).toEqual([archive]);
    const { playground } = await loadedPlayground();
    const { left } = await playground.runs.importFiles([data, broken, archive]);
    expect(left.map(english)).toEqual([
      "data.zip: holds no record of a run",
      expect.stringMatching(/^broken\.zip: .*ZIP/),
    ]);
    expect(playground.runs.archive.runs).toHaveLength(1);
  });
});

describe("a folder's name", () => {
  it("is plain, and never one that is there", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const folder = folderName(name, new Set(["run"]));
        expect(folder).toMatch(/^[\w][\w.-]{0,62}$/);
        expect(folderName(name, new Set([folder.toLowerCase()]))).not.toBe(folder);
      }),
    );
    expect(folderName("../a", new Set())).toBe("a");
  });
});
