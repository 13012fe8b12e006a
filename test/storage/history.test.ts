import { expect, it } from "vitest";
import { pastRun, readPastRun } from "../../src/storage/history";
import { EMPTY_RECORD } from "../support/emptyRecord";

const RUN = pastRun(EMPTY_RECORD, "points");

it("reads a run as it was kept", () => {
  expect(readPastRun(RUN)).toEqual(RUN);
});

it("leaves alone what a later version has trained", () => {
  const arms = [...RUN.config.arms, { objective: "ofTomorrow" as "flatNce" }];
  expect(readPastRun({ ...RUN, config: { ...RUN.config, arms } })).toBeNull();
});
