import { beforeEach, describe, expect, it } from "vitest";
import { armNames } from "../../../src/session/embeddings/write";
import type { Playground } from "../../../src/session/playground";
import { createApi } from "../../../src/session/playgroundApi";
import { HEAD, PARTS } from "../../export/embeddings/rows";
import { validConfig } from "../../support/experiment";
import type { FakeService } from "../fakeService";
import { loadedPlayground } from "../loadedPlayground";

let service: FakeService;
let playground: Playground;
const api = () => createApi(playground, "1.2.3", Promise.resolve());

beforeEach(async () => {
  ({ service, playground } = await loadedPlayground());
  service.extracted = [{ type: "head", head: HEAD }, ...PARTS.map((rows) => ({ type: "rows" as const, rows }))];
});

describe("playground.embeddings", () => {
  it("is a file that is named for run, learner, split and step, and tells how far it is", async () => {
    const seen: number[] = [];
    const file = await api().embeddings({ arm: 1, seed: 2 }, { onProgress: (share) => seen.push(share) });
    expect(service.extractions).toEqual([{ arm: 1, seed: 2, split: "test", predictions: true }]);
    expect(file.name).toMatch(/^flatnce-points-\d{4}-\d\d-\d\d-\d{4}\.FlatNCE-seed2-test-step40\.csv$/);
    expect((await file.text()).split("\r\n")).toHaveLength(7);
    expect(seen).toEqual([0.6, 1]);
  });

  it("is of the first learner and of the samples that the run is measured on, unless it is said", async () => {
    await api().start({ seed: 7, evaluation: { validation: true } });
    const { type } = await api().embeddings({ format: "npz", predictions: false });
    expect(type).toBe("application/zip");
    expect(service.extractions).toEqual([{ arm: 0, seed: 7, split: "validation", predictions: false }]);
  });

  it("says what is wrong with what is asked for, and what went wrong with the file", async () => {
    await expect(api().embeddings({ format: "xlsx", what: 1 } as never)).rejects.toThrow(
      /format.*csv, npz, npy, parquet[\s\S]*what/,
    );
    await expect(api().embeddings({ format: "npy", embedding: "both" })).rejects.toThrow("holds one embedding");
    expect(service.extractions).toHaveLength(1);
  });

  it("is called off from the page", async () => {
    const file = api().embeddings({}, { onProgress: () => void service.cancelExtractions() });
    await expect(file).rejects.toThrow("canceled");
    expect(service.calls).toContain("cancelExtractions");
  });
});

describe("names of arms in files", () => {
  it("have letters of file names alone, and no two the same", () => {
    const arms = [{ label: "\u03c6" }, { label: "\u03be" }, { label: "a/b c" }].map((arm) => ({
      objective: "infoNce",
      ...arm,
    }));
    expect(armNames(validConfig({ arms }))).toEqual(["run", "run-2", "a-b-c"]);
  });
});
