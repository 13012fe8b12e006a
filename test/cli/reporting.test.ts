import { expect, it } from "vitest";
import { type NamedRun, reportOf } from "../../src/cli/reporting";
import { importedRun } from "../../src/session/runs/imported";
import { openedRun } from "../../src/session/runs/row";
import { EMPTY_RECORD } from "../support/emptyRecord";

function runOf(name: string, batchSize: number): NamedRun {
  const read = importedRun({ ...EMPTY_RECORD, config: { ...EMPTY_RECORD.config, batchSize } });
  if (!read.ok) throw new Error("the record is none");
  return { name, run: openedRun(read.config.row, read.config.series) };
}

it("calls the settings in a report of the command line as the page does, and says how its records differ", async () => {
  const report = await reportOf([runOf("First", 16), runOf("Second", 32)]);
  expect(report).toContain("<strong>Batch size 16 \u2192 32</strong>");
  expect(report).toMatch(/<th scope="row">Batch size<\/th>/);
});
