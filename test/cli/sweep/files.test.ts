import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { earlierDocument, readDocument, writeDocument } from "../../../src/cli/sweep/documentFile";
import { merge } from "../../../src/cli/sweep/merge";
import { smallSweep, sweepPart } from "../../support/labs/sweep";

const SWEEP = smallSweep();
let folder: string;
const said = vi.spyOn(console, "error");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flatnce-sweep-"));
  said.mockReset().mockImplementation(() => undefined);
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);
const saidText = () => said.mock.calls.flat().join("\n");
const asked = (shard = { index: 2, count: 3 }, sweep = SWEEP) =>
  ({ kind: "run", sweep, shard, backend: "auto", out: inFolder("part.json") }) as const;

describe("the file of a part", () => {
  it("is what an earlier run of the same command wrote, whichever way it is shown", () => {
    expect(earlierDocument(asked())).toBeNull();
    const part = sweepPart(SWEEP, { index: 2, count: 3 }, 1);
    writeDocument(inFolder("part.json"), part);
    expect(existsSync(inFolder("part.json.tmp"))).toBe(false);
    expect(earlierDocument(asked())).toEqual(part);
    const shown = smallSweep({ metric: "knnAccuracy" });
    expect(earlierDocument(asked(undefined, shown))).toEqual({ ...part, config: shown });
  });

  it("is refused where it is of another part, of another sweep, or none", () => {
    writeDocument(inFolder("part.json"), sweepPart(SWEEP, { index: 2, count: 3 }));
    const refused = (...args: Parameters<typeof asked>) => expect(() => earlierDocument(asked(...args)));
    refused({ index: 2, count: 4 }).toThrow("part.json is part 2/3 of a sweep, not 2/4: name another file");
    refused({ index: 1, count: 1 }).toThrow("part.json is part 2/3 of a sweep, not 1/1");
    refused(undefined, smallSweep({ base: { ...SWEEP.base, steps: 7 } })).toThrow(
      /cannot be gone on from.*\n.*part\.json is of another sweep than these settings: base\.steps is 10, not 7\./,
    );
    writeFileSync(inFolder("part.json"), readFileSync(inFolder("part.json"), "utf8").slice(0, 3000));
    refused().toThrow(/cannot be gone on from.*\n.*part\.json is not JSON/);
  });

  it("may be a merged document that lacks cells", () => {
    for (const index of [1, 3]) writeDocument(inFolder(`${index}.json`), sweepPart(SWEEP, { index, count: 3 }));
    merge({ kind: "merge", files: [inFolder("1.json"), inFolder("3.json")], out: inFolder("part.json") });
    expect(earlierDocument(asked({ index: 1, count: 1 }))?.rows).toHaveLength(4 * 4);
  });
});

describe("merging files", () => {
  const files = () => {
    for (const index of [1, 2, 3]) writeDocument(inFolder(`${index}.json`), sweepPart(SWEEP, { index, count: 3 }));
    return [1, 2, 3].map((index) => inFolder(`${index}.json`));
  };

  it("writes what one piece would have, whatever their order", () => {
    const out = inFolder("all.json");
    expect(merge({ kind: "merge", files: files().reverse(), out })).toBe(0);
    expect(readDocument(out).rows).toEqual(sweepPart(SWEEP).rows);
    expect(saidText()).toBe(`${out}: 6 of 6 cells.`);
  });

  it("says which cells are missing, and ends with 2", () => {
    const [one, , three] = files() as [string, string, string];
    const out = inFolder("all.json");
    expect(merge({ kind: "merge", files: [one, three], out })).toBe(2);
    expect(readDocument(out).finished).toBe(false);
    expect(saidText()).toBe(
      `${out}: 4 of 6 cells.\n2 cells are missing:\n  Batch size 1, Temperature 0.1\n  Batch size 1, Temperature 0.5`,
    );
  });

  it("writes nothing where the parts contradict each other, or one cannot be read", () => {
    const out = inFolder("all.json");
    const other = sweepPart(smallSweep({ budget: "samples" }), { index: 2, count: 3 });
    const all = files();
    writeDocument(inFolder("2.json"), other);
    expect(() => merge({ kind: "merge", files: all, out })).toThrow('budget is "samples", not "steps"');
    expect(() => merge({ kind: "merge", files: [...all, inFolder("4.json")], out })).toThrow("There is no file");
    writeFileSync(inFolder("2.json"), JSON.stringify({ ...other, schema: 7 }));
    expect(() => merge({ kind: "merge", files: all, out })).toThrow(/2\.json:\nschema: is 7, of a later version/);
    expect(existsSync(out)).toBe(false);
  });

  it("says where parts were measured on several machines", () => {
    const all = files();
    const part = sweepPart(SWEEP, { index: 2, count: 3 });
    const sources = part.sources.map((source) => ({
      ...source,
      environment: { ...source.environment, adapter: "another" },
    }));
    writeDocument(inFolder("2.json"), { ...part, sources });
    merge({ kind: "merge", files: all, out: inFolder("all.json") });
    expect(saidText()).toContain("Measured on several machines: webgpu (test adapter) + webgpu (another).");
  });
});
