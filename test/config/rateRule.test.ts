import { beforeAll, describe, expect, it } from "vitest";
import { rateFactor } from "../../src/config/rateRule";
import type { ExperimentInput } from "../../src/config/schema";
import { chooseCpu, conduct, tinyConfig } from "../support/experiment";

describe("rateFactor", () => {
  const at = (rateRule: "fixed" | "linear" | "squareRoot", batch: number) =>
    rateFactor({ rateRule, referenceBatch: 256 }, batch);

  it("is 1 at the reference batch, whatever the rule", () => {
    expect([at("fixed", 256), at("linear", 256), at("squareRoot", 256)]).toEqual([1, 1, 1]);
  });

  it("follows the batch size as the rule says", () => {
    expect([at("fixed", 16), at("linear", 16), at("squareRoot", 16)]).toEqual([1, 1 / 16, 1 / 4]);
    expect([at("fixed", 1024), at("linear", 1024), at("squareRoot", 1024)]).toEqual([1, 4, 2]);
  });

  it("gives SimCLR's two rates, which meet at batch 4096", () => {
    expect(0.3 * at("linear", 512)).toBeCloseTo(0.6);
    expect(1.2 * at("squareRoot", 512)).toBeCloseTo(0.075 * Math.sqrt(512));
    expect(0.3 * at("linear", 4096)).toBeCloseTo(1.2 * at("squareRoot", 4096));
  });
});

describe("a run under a rate rule", () => {
  beforeAll(chooseCpu);

  const learnersOf = async (own: number, optimizer: ExperimentInput["optimizer"]) => {
    const arms: ExperimentInput["arms"] = [{ objective: "infoNce" }, { objective: "flatNce", learningRate: own }];
    const off = { every: 0 };
    const config = tinyConfig({ arms, batchSize: 4, gradientProbe: off, evaluation: off, optimizer });
    return (await conduct(config)).record.learners;
  };

  it("is the run at the rates that the rule comes to, the arms' own among them", async () => {
    const scaled = await learnersOf(0.2, { id: "sgd", learningRate: 0.02, rateRule: "squareRoot", referenceBatch: 16 });
    const fixed = await learnersOf(0.1, { id: "sgd", learningRate: 0.01, referenceBatch: 16 });
    const unscaled = await learnersOf(0.2, { id: "sgd", learningRate: 0.02 });
    expect(scaled).toEqual(fixed);
    expect(scaled).not.toEqual(unscaled);
  });
});
