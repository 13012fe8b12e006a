import { buildRecord } from "../../src/record/build";
import { ENVIRONMENT } from "../session/fakeService";
import { tinyConfig } from "./experiment";

/** The record of a run of which nothing was measured yet. */
export const EMPTY_RECORD = buildRecord({
  config: tinyConfig(),
  environment: ENVIRONMENT,
  startedAt: new Date(0).toISOString(),
  durationMs: 1,
  stepsDone: 0,
  learners: [],
});
