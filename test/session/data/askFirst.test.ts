import { describe, expect, it } from "vitest";
import type { ExperimentInput } from "../../../src/config/schema";
import { addressesOf } from "../../../src/data/sources";
import { comesFromElsewhere, needsDownload } from "../../../src/session/data/askFirst";
import { newRun } from "../../../src/session/run";
import { validConfig } from "../../support/experiment";

const draft = (dataset: ExperimentInput["dataset"], seed = 1) => validConfig({ dataset, seed });
const mnist = draft({ id: "public", set: "mnist" });
const address = draft({ id: "url", url: "https://a.org/x.npz" });

describe("needsDownload", () => {
  it("is never so for data that is made here or picked", () => {
    for (const id of ["points", "glyphs", "files"] as const) {
      const state = { draft: draft({ id }), run: null, kept: [] };
      expect([comesFromElsewhere(state), needsDownload(state)]).toEqual([false, false]);
    }
  });

  it.each([
    ["a published set", mnist],
    ["an address", address],
  ])("is so for %s, unless it is kept on the device", (_, config) => {
    const kept = addressesOf(config.dataset).map((url) => ({ url, size: 1 }));
    expect(needsDownload({ draft: config, run: null, kept: [] })).toBe(true);
    expect(needsDownload({ draft: config, run: null, kept: kept.slice(1) })).toBe(true);
    expect(needsDownload({ draft: config, run: null, kept })).toBe(false);
  });

  it("is not so for the data of the run on the page, which the worker holds", () => {
    const run = newRun(address, null, null);
    expect(needsDownload({ draft: { ...address, batchSize: 8 }, run, kept: [] })).toBe(false);
    expect(needsDownload({ draft: { ...address, seed: 2 }, run, kept: [] })).toBe(true);
    expect(needsDownload({ draft: mnist, run, kept: [] })).toBe(true);
  });
});
