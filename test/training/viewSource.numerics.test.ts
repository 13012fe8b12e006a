import { expect, it } from "vitest";
import { batchSlices, largestBatch } from "../../src/config/batchSizes";
import type { ExperimentInput } from "../../src/config/schema";
import { batchIndices } from "../../src/engine/batchOrder";
import { PURPOSE } from "../../src/engine/random";
import { StepBlock } from "../../src/engine/stepBlock";
import { ViewSource } from "../../src/training/viewSource";
import { flatten } from "../support/allclose";
import { describeOnEachBackend } from "../support/backends";
import { dataOf, tinyConfig } from "../support/experiment";

const DATA: [string, ExperimentInput["dataset"]][] = [
  ["points", { id: "points", layout: "rings", classes: 4, samples: 64 }],
  ["images", { id: "glyphs", samples: 64 }],
];

describeOnEachBackend("a batch whose samples are asked for", () => {
  it.each(DATA)(
    "says which samples its views of %s show, of every slice, and shows the same",
    async (_name, dataset) => {
      const config = tinyConfig({
        dataset,
        seeds: 2,
        arms: [
          { objective: "infoNce", batchSize: 6 },
          { objective: "flatNce", batchSize: 4 },
        ],
      });
      const { train, ...others } = await dataOf(config);
      const source = new ViewSource({ train, ...others }, config);
      const block = new StepBlock(4);
      block.set({ step: 13 });
      const { views, samples } = source.draw(block, "training", true);
      const rows = largestBatch(config);
      const expected = batchSlices(config).flatMap((slice) => {
        const own = batchIndices({ ...slice, step: 13, count: train.count, purpose: PURPOSE.trainingOrder });
        return Array.from({ length: rows }, (_, slot) => own[slot % own.length]);
      });
      expect(samples!.shape).toEqual([4, rows]);
      expect(await flatten(samples!)).toEqual(expected);
      const plain = source.draw(block, "training");
      expect(plain.samples).toBeNull();
      expect(await flatten(views)).toEqual(await flatten(plain.views));
      source.dispose();
    },
  );
});
