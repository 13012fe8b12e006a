import { afterEach, describe, expect, it } from "vitest";
import { suspicionLines } from "../../src/cli/dataLines";
import { reportInWords } from "../../src/data/report/words";
import { recordToJson } from "../../src/export/json";
import { writeReport } from "../../src/export/report/document";
import { chooseLanguage } from "../../src/i18n";
import { ENGLISH, setLocale } from "../../src/i18n/locale";
import { readRecord } from "../../src/record/migrate";
import { applyEvent, newRun, recordOf } from "../../src/session/run";
import { importedRun } from "../../src/session/runs/imported";
import { openedRun, rowOf } from "../../src/session/runs/row";
import { readPastRun } from "../../src/storage/runs/pastRun";
import { reportOfDimPictures } from "../data/report/dimPictures";
import { OPTIONS, reportedOf, sectionOf, tagsOf } from "../export/report/reports";
import { DATASET, ENVIRONMENT } from "../session/fakeService";
import { EMPTY_RECORD } from "../support/emptyRecord";
import { tinyConfig } from "../support/experiment";

afterEach(() => setLocale(ENGLISH));

const REPORT = reportOfDimPictures();

/** A run on the page of which nothing is measured yet. */
function liveRun(report = REPORT) {
  const run = newRun(tinyConfig(), null, null);
  applyEvent(run, { type: "ready", environment: ENVIRONMENT, dataset: { ...DATASET, report }, parameterCount: 1 });
  return run;
}

function opened(record: unknown) {
  const read = importedRun(JSON.parse(JSON.stringify(record)));
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return openedRun(read.config.row, read.config.series);
}

describe("what was read of a user's data", () => {
  it("is in the record of the run, in the row of the store, and in the run that is opened again", () => {
    const run = liveRun();
    const record = recordOf(run);
    expect(record.dataReport).toEqual(REPORT);
    expect(opened(JSON.parse(recordToJson(record))).dataReport).toEqual(REPORT);
    const row = readPastRun(structuredClone(rowOf(run, "stopped")));
    expect(row.ok && row.config.dataReport).toEqual(REPORT);
    expect(recordOf(opened(record)).dataReport).toEqual(REPORT);
  });

  it("is said in the language of whoever opens the record", async () => {
    const run = opened(recordOf(liveRun()));
    expect(suspicionLines(run.dataReport)).toContainEqual("  - This class has a single training sample: cat.");
    await chooseLanguage("de");
    expect(suspicionLines(run.dataReport)).toContainEqual("  - Diese Klasse hat ein einziges Trainingsbeispiel: cat.");
  });

  it("is said in its own English where a later version has other sentences, or other arguments for one of today", async () => {
    await chooseLanguage("de");
    const notes = [
      { id: "data.report.ofTomorrow", text: "{count, plural, one {1 star} other {# stars}}.", args: { count: 3 } },
      { id: "data.report.suspicions.single", text: "Alone: {classes}.", args: { classes: "cat" } },
    ];
    const { dataReport } = opened({ ...EMPTY_RECORD, dataReport: { ...REPORT, notes } });
    expect(reportInWords(dataReport!).notes).toEqual(["3 stars.", "Alone: cat."]);
  });

  it("is missing in records from before, which are read as ever", () => {
    expect(readRecord(JSON.parse(JSON.stringify(EMPTY_RECORD)))).toEqual({ ok: true, config: EMPTY_RECORD });
    expect(opened(EMPTY_RECORD).dataReport).toBeNull();
    expect("dataReport" in recordOf(opened(EMPTY_RECORD))).toBe(false);
  });

  it("is refused with its place where a record makes it up", () => {
    const notes = Array.from({ length: 1e4 }, () => REPORT.labels);
    const read = readRecord({ ...EMPTY_RECORD, dataReport: { ...REPORT, notes, __proto__: null } });
    expect(!read.ok && read.errors).toMatchObject([{ path: "dataReport.notes" }]);
  });
});

describe("a written report", () => {
  it("says what was read, and its suspicions beside the verdict", async () => {
    const document = await writeReport([reportedOf(recordOf(liveRun()))], OPTIONS);
    const data = sectionOf(document, "data");
    expect(data).toContain("61 files: 60 taken, 1 left out.");
    expect(data).toContain("1 of no known format (.txt): notes.txt");
    expect(data).toContain("one in 6 samples was held out");
    for (const id of ["verdict", "data"])
      expect(sectionOf(document, id)).toContain("This class has a single training sample: cat.");
    expect(document).toContain('href="#data"');
  });

  it("has no part about data that the program makes itself", async () => {
    const document = await writeReport([reportedOf(EMPTY_RECORD)], OPTIONS);
    expect(document).not.toContain(`href="#data"`);
    const both = await writeReport([reportedOf(EMPTY_RECORD), reportedOf(recordOf(liveRun()))], OPTIONS);
    expect(sectionOf(both, "data")).toContain("Nothing is said of them");
  });

  it("writes names of files as text, whatever stands in them", async () => {
    const hostile = '<img src=x onerror="alert(1)">.txt';
    const document = await writeReport([reportedOf(recordOf(liveRun(reportOfDimPictures(hostile))))], OPTIONS);
    expect(document).toContain("&lt;img src=x");
    expect(tagsOf(document).some((tag) => tag.startsWith("<img"))).toBe(false);
  });
});

it("steers no terminal by what names hold", () => {
  const suspicions = [{ kind: "single", said: { id: "x", text: "{names}", args: { names: "\u001b[2Jgone" } } }];
  expect(suspicionLines({ ...REPORT, suspicions })).toEqual(["Worth a look:", "  - \ufffd[2Jgone"]);
});
