import * as tf from "@tensorflow/tfjs";
import { beforeEach, describe, expect, it } from "vitest";
import { STEP_METRICS } from "../../../src/experiment/head";
import { StepReader } from "../../../src/experiment/stepReader";

const outcome = () => ({ metrics: tf.ones<tf.Rank.R2>([1, STEP_METRICS.length]), logXi: tf.ones<tf.Rank.R2>([1, 4]) });

beforeEach(async () => {
  await tf.setBackend("cpu");
});

describe("StepReader", () => {
  it("tells whoever waits next of a read that failed meanwhile", async () => {
    const reader = new StepReader(1, () => {
      throw new Error("The device was lost.");
    });
    await reader.push(0, outcome());
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(reader.push(1, outcome())).rejects.toThrow("The device was lost.");
    await expect(reader.settle()).rejects.toThrow("The device was lost.");
    reader.dispose();
  });
});
