import { expect, it } from "vitest";
import { buildRecord } from "../../src/record/build";
import { pastRun, readPastRun } from "../../src/storage/history";
import { ENVIRONMENT } from "../session/fakeService";
import { tinyConfig } from "../support/experiment";

const RUN = pastRun(
  buildRecord({
    config: tinyConfig(),
    environment: ENVIRONMENT,
    startedAt: new Date(0).toISOString(),
    durationMs: 1,
    stepsDone: 0,
    learners: [],
  }),
  "points",
);

it("reads a run as it was kept", () => {
  expect(readPastRun(RUN)).toEqual(RUN);
});

it("leaves alone what a later version has trained", () => {
  const arms = [...RUN.config.arms, { objective: "ofTomorrow" as "flatNce" }];
  expect(readPastRun({ ...RUN, config: { ...RUN.config, arms } })).toBeNull();
});
