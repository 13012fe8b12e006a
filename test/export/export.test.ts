import { describe, expect, it } from "vitest";
import { defaults } from "../../src/config/parse";
import { recordToCsv, rowsToCsv } from "../../src/export/csv";
import { exportName } from "../../src/export/download";
import { recordPieces, recordToJson } from "../../src/export/json";
import { blobOf } from "../../src/export/pieces";
import type { LabRow } from "../../src/labs/types";
import { buildRecord } from "../../src/record/build";
import { recordSchema } from "../../src/record/record";
import { ENVIRONMENT } from "../session/fakeService";

const record = buildRecord({
  config: { ...defaults(), seeds: 1 },
  environment: ENVIRONMENT,
  startedAt: "2026-01-31T12:05:00.000Z",
  durationMs: 10,
  stepsDone: 2,
  learners: [0, 1].map((arm) => ({
    arm,
    seed: 1,
    series: { step: [0, 1], infoNce: [1.5, 0.25 + arm], knnAccuracy: [null, 0.5] },
  })),
});

describe("recordToCsv", () => {
  it("writes one row per learner and step, empty where nothing was measured", () => {
    const lines = recordToCsv(record, ["InfoNCE", "FlatNCE"]).split("\r\n");
    expect(lines).toEqual([
      "arm,objective,seed,step,infoNce,knnAccuracy",
      "InfoNCE,infoNce,1,0,1.5,",
      "InfoNCE,infoNce,1,1,0.25,0.5",
      "FlatNCE,flatNce,1,0,1.5,",
      "FlatNCE,flatNce,1,1,1.25,0.5",
      "",
    ]);
  });

  it("quotes labels that would break a row", () => {
    expect(recordToCsv(record, ['a "b", c', "x\ny"])).toContain('"a ""b"", c",infoNce,1,0');
  });

  it("leaves no label that a spreadsheet would run", () => {
    const lines = recordToCsv(record, ["=cmd|' /C calc'!A0", "-0.5"]).split("\r\n");
    expect(lines[1]).toMatch(/^'=cmd/);
    expect(lines[3]).toMatch(/^-0\.5,/);
  });
});

describe("recordToJson", () => {
  it("writes a document that reads back as the same record", () => {
    const text = recordToJson(record);
    expect(recordSchema.parse(JSON.parse(text))).toEqual(recordSchema.parse(record));
    expect(text).toContain('"infoNce": [ 1.5, 0.25 ]');
  });

  it("stands as indented JSON does, but for lists of numbers", () => {
    const odd = {
      ...record,
      a: [],
      b: {},
      c: undefined,
      d: [1, null, Number.NaN, undefined],
      e: [["x"], [1, [2]]],
      f: true,
    };
    const indented = JSON.stringify(odd, null, 1).replace(/\[\n[^[\]{}"]+\]/g, (list) => list.replace(/\s+/g, " "));
    expect(recordToJson(odd)).toBe(`${indented}\n`);
  });

  it("comes in pieces, none of which is long", async () => {
    const [first] = record.learners;
    const step = Array.from({ length: 300_000 }, (_, i) => i);
    const long = { ...record, learners: [{ ...first!, series: { step } }] };
    const written = [...recordPieces(long)];
    expect(Math.max(...written.map(({ length }) => length))).toBeLessThan(100_000);
    let pauses = 0;
    const pause = async () => void pauses++;
    const file = await blobOf(written, "application/json", pause);
    expect(JSON.parse(await file.text()).learners[0].series.step).toEqual(step);
    expect([file.type, pauses]).toEqual(["application/json", 2]);
  });

  it("leaves strings with brackets as they are", () => {
    const labeled = {
      ...record,
      config: { ...record.config, arms: [{ objective: "flatNce" as const, label: "a [  1,  2 ]  b" }] },
    };
    expect(JSON.parse(recordToJson(labeled)).config.arms[0].label).toBe("a [  1,  2 ]  b");
  });
});

describe("exportName", () => {
  it("says what and when", () => {
    expect(exportName("vanish", record.startedAt, "csv")).toBe("flatnce-vanish-2026-01-31-1205.csv");
    expect(exportName(null, record.startedAt, "json")).toBe("flatnce-experiment-2026-01-31-1205.json");
  });
});

describe("a lab's rows as CSV", () => {
  it("leave out curves, and leave empty what was not measured", () => {
    const rows: LabRow[] = [
      { x: 4, problem: null, curves: { step: [0, 1] }, accuracy: 0.5 },
      { x: 8, problem: "too large, by far", curves: {}, accuracy: null },
    ];
    expect(rowsToCsv(rows)).toBe('x,problem,accuracy\r\n4,,0.5\r\n8,"too large, by far",\r\n');
  });
});
