import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse";
import { PSEUDO } from "../../src/i18n/pseudo";
import { translate } from "../../src/i18n/translate";
import { OBJECTIVE_IDS, OBJECTIVES } from "../../src/objectives";

/** Messages by path. */
function errorsOf(input: unknown): Record<string, string> {
  const result = parseConfig(input);
  return result.ok ? {} : Object.fromEntries(result.errors.map(({ path, message }) => [path, message]));
}

describe("contradictions of an arm", () => {
  it("are none in any objective with its own options, at their bounds", () => {
    for (const id of OBJECTIVE_IDS)
      for (const bound of ["minimum", "default", "maximum"] as const) {
        const options = Object.entries(OBJECTIVES[id].options).map(([name, option]) => [name, option[bound]]);
        expect(errorsOf({ arms: [{ objective: id, ...Object.fromEntries(options) }] }), id).toEqual({});
      }
  });

  it("name the objectives that an option belongs to", () => {
    expect(errorsOf({ arms: [{ objective: "infoNce" }, { objective: "flatNce", margin: 0.5 }] })).toEqual({
      "arms[1].margin": "FlatNCE has no such option; it belongs to triplet",
    });
    expect(errorsOf({ arms: [{ objective: "infoNce", classPrior: 0.2 }] })["arms[0].classPrior"]).toBe(
      "InfoNCE has no such option; it belongs to debiased, hardNegative",
    );
  });

  it("name the bounds of an option", () => {
    expect(errorsOf({ arms: [{ objective: "dual", c: 1.5 }] })["arms[0].c"]).toBe("must be at most 1");
    expect(errorsOf({ arms: [{ objective: "dv", partitionAverage: 1 }] })["arms[0].partitionAverage"]).toBe(
      "must be at most 0.999",
    );
  });

  it("say why a batch is too small for an objective, and what is large enough", () => {
    const batchSize = (objective: string, size: number) =>
      errorsOf({ arms: [{ objective }], batchSize: size }).batchSize;
    expect(batchSize("hardNegative", 2)).toMatch(
      /^must be at least 3 for Hard negatives: .*nothing to choose.*infoNce/,
    );
    expect(batchSize("barlowTwins", 2)).toMatch(/^must be at least 3 for Barlow Twins: .*\+1 and -1/);
    expect(batchSize("vicReg", 2)).toMatch(/^must be at least 3 for VICReg: .*one direction/);
    for (const objective of ["hardNegative", "barlowTwins", "vicReg"]) expect(batchSize(objective, 3)).toBeUndefined();
    expect(batchSize("infoNce", 2)).toBeUndefined();
  });

  it("are said in the language of the page, with the objective's name and its reason", () => {
    const result = parseConfig({ arms: [{ objective: "barlowTwins", precision: "bfloat16" }], batchSize: 2 });
    const said = result.ok ? [] : result.errors.map((error) => translate(error.said, PSEUDO));
    expect(said).toHaveLength(2);
    for (const sentence of said) expect(sentence.replaceAll("float32", "")).not.toMatch(/[a-z]/);
  });

  it("refuse what a supervised arm has no use for", () => {
    const arms = [{ objective: "supervised" }];
    expect(errorsOf({ arms })).toEqual({});
    expect(errorsOf({ arms, queue: { size: 64 } })["arms[0].objective"]).toMatch(
      /^Supervised cannot take its negatives/,
    );
    for (const id of ["learned", "ess"])
      expect(errorsOf({ arms, temperatureRule: { id } })["arms[0].temperatureRule"]).toMatch(/does not use the temp/);
    const fixed = { objective: "supervised", temperatureRule: "fixed" };
    expect(errorsOf({ arms: [fixed, { objective: "infoNce" }], temperatureRule: { id: "learned" } })).toEqual({});
  });

  it("refuse a batch that is larger than what validation leaves, and fine-tuning without evaluation", () => {
    const dataset = { id: "points", samples: 100 };
    const evaluation = { validation: true, testSamples: 16 };
    expect(errorsOf({ dataset, batchSize: 84, evaluation })).toEqual({});
    expect(errorsOf({ dataset, batchSize: 85, evaluation }).batchSize).toMatch(/^must be at most 84, .*validation/);
    expect(errorsOf({ dataset, batchSize: 85 })).toEqual({});
    const off = errorsOf({ evaluation: { every: 0, fineTune: { steps: 5 } } });
    expect(off["evaluation.fineTune.steps"]).toMatch(/^must be 0 while/);
  });

  it("refuse low precision where a loss sees no similarities, and nowhere else", () => {
    for (const id of OBJECTIVE_IDS) {
      const message = errorsOf({ arms: [{ objective: id, precision: "bfloat16" }] })["arms[0].precision"];
      if (["embeddings", "labels"].includes(OBJECTIVES[id].kind))
        expect(message).toMatch(/^must be float32 for .*has none$/);
      else expect(message).toBeUndefined();
    }
  });
});

describe("a custom objective's function", () => {
  it("is taken from a config as data", () => {
    expect(errorsOf({ arms: [{ objective: "custom", phi: "v + 0.1*exp(v)" }, { objective: "custom" }] })).toEqual({});
  });

  it.each([
    ["v +", "at character"],
    ["-v", "at character 1 of -v"],
    ["x", "at character 1 of x"],
    ["v + fetch(v)", "at character 5"],
  ])("%s is refused, and the message points at the character", (phi, part) => {
    expect(errorsOf({ arms: [{ objective: "custom", phi }] })["arms[0].phi"]).toContain(part);
  });

  it("belongs to no other objective", () => {
    expect(errorsOf({ arms: [{ objective: "flatNce", phi: "v" }] })).toEqual({
      "arms[0].phi": "FlatNCE is no function to be typed; take custom for that",
    });
  });
});

describe("contradictions of the rules for the end of a run", () => {
  it("are a metric that is not measured, and a target that it cannot come to", () => {
    const off = { evaluation: { every: 0 } };
    expect(errorsOf({ ...off, stop: { patience: 5 } })["stop.metric"]).toContain("while evaluation.every is 0");
    expect(errorsOf({ ...off, stop: { patience: 5, metric: "gradientSnr" } })).toEqual({});
    expect(errorsOf({ ...off, stop: { minutes: 5 } })).toEqual({});
    expect(errorsOf({ stop: { target: 90 } })).toEqual({
      "stop.target": "must be at most 1: probeAccuracy cannot come to more",
    });
    expect(errorsOf({ stop: { target: 90, metric: "gradientSnr" } })).toEqual({});
  });
});
