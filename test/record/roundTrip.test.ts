import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOfRecord } from "../../src/record/columns";
import { layersOfRecord } from "../../src/record/layers";
import { type MeasuredRun, stoppedOfRecord } from "../../src/record/learners";
import { readRecord } from "../../src/record/migrate";
import { contentOf, DRAWN_CONFIG, drawnRun, recordOfDrawn, runOf } from "../support/drawnRun";

describe("columns and records", () => {
  it("are made from each other without loss, through JSON as well", () => {
    fc.assert(
      fc.property(drawnRun, (each) => {
        const run = runOf(each);
        const record = recordOfDrawn(run);
        const read = readRecord(JSON.parse(JSON.stringify(record)));
        if (!read.ok) throw new Error(JSON.stringify(read.errors));
        expect(read.config).toEqual(record);
        const back: MeasuredRun = {
          config: DRAWN_CONFIG,
          columns: columnsOfRecord(read.config),
          layers: layersOfRecord(read.config),
          stopped: stoppedOfRecord(read.config),
        };
        expect(contentOf(back.columns)).toEqual(contentOf(run.columns));
        expect(back.layers.latest).toEqual(run.layers.latest);
        expect(back.stopped).toEqual(run.stopped);
        expect(recordOfDrawn(back)).toEqual(record);
      }),
      { numRuns: 200 },
    );
  });

  it("joins the steps of learners that were measured at different ones", () => {
    const learners = [
      { arm: 0, seed: 1, series: { step: [0, 2], ess: [0.5, null] } },
      { arm: 1, seed: 1, series: { step: [1, 2], ess: [0.25, 0.75] } },
    ];
    const columns = columnsOfRecord({ learners });
    expect(columns.series(0)).toEqual({ step: [0, 1, 2], ess: [0.5, null, null] });
    expect(columns.series(1)).toEqual({ step: [0, 1, 2], ess: [null, 0.25, 0.75] });
  });
});
