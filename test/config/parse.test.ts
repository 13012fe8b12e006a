import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatErrors } from "../../src/config/configError";
import { defaults, parseConfig } from "../../src/config/parse";
import { merge } from "../../src/config/paths";
import { DEFAULT_PRESET, LIGHT_PRESET, PRESETS } from "../../src/config/presets";
import { experimentSchema } from "../../src/config/schema";

/** Messages by path. */
function errorsOf(input: unknown): Record<string, string> {
  const result = parseConfig(input);
  return result.ok ? {} : Object.fromEntries(result.errors.map(({ path, message }) => [path, message]));
}

describe("parseConfig", () => {
  it("takes any field by itself, of the first kind where there are several", () => {
    const result = parseConfig({ encoder: { width: 32 }, dataset: { samples: 300 } });
    expect(result).toMatchObject({
      ok: true,
      config: { encoder: { id: "mlp", width: 32 }, dataset: { samples: 300 } },
    });
  });

  it("takes the empty config as the defaults, which are valid and complete", () => {
    expect(parseConfig({})).toEqual({ ok: true, config: defaults() });
    expect(parseConfig(defaults())).toEqual({ ok: true, config: defaults() });
    for (const id of ["points", "glyphs", "files"]) expect(parseConfig({ dataset: { id } }).ok).toBe(true);
  });

  it.each(PRESETS.map((preset) => [preset.id, preset] as const))("takes the preset %s, with its twist", (_, preset) => {
    expect(errorsOf(preset.config)).toEqual({});
    if (preset.twist) expect(errorsOf(merge(preset.config, preset.twist.patch))).toEqual({});
  });

  it("names an unknown field and the fields that there are, optional ones too", () => {
    expect(errorsOf({ learningRate: 1 }).learningRate).toMatch(/no such field; allowed are .*optimizer/);
    expect(errorsOf({ optimizer: { lr: 1 } })["optimizer.lr"]).toMatch(/allowed are id, learningRate, momentum/);
    expect(errorsOf({ optimizer: { schedule: { warmup: 1 } } })["optimizer.schedule.warmup"]).toContain("warmupSteps");
    expect(errorsOf({ augmentation: { hues: 1 } })["augmentation.hues"]).toContain("hue");
    expect(errorsOf({ arms: [{ objective: "infoNce", tau: 1 }] })["arms[0].tau"]).toContain("temperature");
    expect(errorsOf({ dataset: { id: "files", layout: "rings" } })["dataset.layout"]).toBe(
      "there is no such field; allowed are id, name, content, samples, side, colour, interpretation",
    );
  });

  it("names bounds and choices", () => {
    expect(errorsOf({ steps: 0 }).steps).toBe("must be at least 1");
    expect(errorsOf({ seeds: 33 }).seeds).toBe("must be at most 32");
    expect(errorsOf({ batchSize: 1 }).batchSize).toMatch(/no negatives.*at least 2/);
    expect(errorsOf({ seeds: 1.5 }).seeds).toBe("must be a whole number");
    expect(errorsOf({ temperature: "hot" }).temperature).toBe("must be of type number");
    expect(errorsOf({ arms: [{ objective: "infoNCE" }] })["arms[0].objective"]).toMatch(/one of .*infoNce.*flatNce/);
    expect(errorsOf({ dataset: { id: "cifar" } })["dataset.id"]).toMatch(/one of points, glyphs, files/);
    expect(errorsOf({ encoder: { id: "vit" } })["encoder.id"]).toBe("must be one of mlp, convnet, resnet");
    const images = { id: "glyphs" };
    expect(errorsOf({ dataset: images, encoder: { id: "resnet", depth: 9 } })["encoder.depth"]).toMatch(
      /8, 10, 14, 18/,
    );
    expect(errorsOf({ encoder: { id: "mlp", depth: 8 } })["encoder.depth"]).toBe("must be at most 5");
    expect(errorsOf({ encoder: { id: "mlp", norm: "layer" } })["encoder.norm"]).toMatch(/none, group, batch/);
    expect(errorsOf({ arms: [{ objective: "infoNce", colour: "red" }] })["arms[0].colour"]).toContain("#rrggbb");
  });

  it("names combinations that make no sense", () => {
    for (const id of ["convnet", "resnet"])
      expect(errorsOf({ encoder: { id } })["encoder.id"]).toBe(`a ${id} needs images; for points take mlp`);
    expect(errorsOf({ evaluation: { trainSamples: 16, knn: { k: 17 } } })["evaluation.knn.k"]).toContain("(16)");
    expect(errorsOf({ batchSize: 65, dataset: { id: "points", samples: 64 } }).batchSize).toContain("(64)");
    expect(errorsOf({ augmentation: { minScale: 0.5, maxScale: 0.4 } })).toEqual({
      "augmentation.maxScale": expect.stringMatching(/^must be at least augmentation.minScale \(0.5\)/),
    });
    for (const augmentation of [
      { minScale: 0.5, maxScale: 0.5 },
      { strength: 0, maxScale: 0.4 },
    ])
      expect(errorsOf({ augmentation })).toEqual({});
  });

  it("takes matched gradient norms under SGD alone, and says why and what to take instead", () => {
    const matched = { id: "sgd", matchGradientNorm: true };
    expect(errorsOf({ optimizer: matched })).toEqual({});
    expect(errorsOf({ optimizer: matched, arms: [{ objective: "flatNce" }] })).toEqual({
      "optimizer.matchGradientNorm": expect.stringMatching(/there is one arm; take false, or two arms$/),
    });
    for (const id of ["adam", "lars"])
      expect(errorsOf({ optimizer: { id, matchGradientNorm: true } })["optimizer.id"]).toMatch(
        new RegExp(`^${id} .*matchGradientNorm would be cancelled; take sgd$`),
      );
  });

  it("bounds the reference batch and names the rate rules", () => {
    expect(errorsOf({ optimizer: { rateRule: "log" } })["optimizer.rateRule"]).toContain("fixed, linear, squareRoot");
    expect(errorsOf({ optimizer: { referenceBatch: 0 } })["optimizer.referenceBatch"]).toBe("must be at least 1");
    expect(errorsOf({ optimizer: { referenceBatch: 65_537 } })["optimizer.referenceBatch"]).toContain("at most 65536");
  });

  it("gives every error at once, one line each", () => {
    const result = parseConfig({ steps: 0, optimizer: { momentum: 2, lr: 1 } });
    expect(result.ok ? "" : formatErrors(result.errors).split("\n")).toHaveLength(3);
  });

  it("meets any JSON with a config or with errors, never with an exception", () => {
    fc.assert(fc.property(fc.jsonValue(), expectAnswer));
  });

  it("meets a valid config that is damaged anywhere in the same way", () => {
    const fields = fc.constantFrom(...Object.keys(experimentSchema.shape), "__proto__", "constructor", "toString");
    const inner = fc.constantFrom("id", "samples", "schedule", "knn", "k", "__proto__", "constructor", "x");
    const damage = fc.oneof(fc.jsonValue(), fc.dictionary(inner, fc.jsonValue()));
    fc.assert(
      fc.property(fields, damage, (field, value) =>
        expectAnswer(JSON.parse(`{${JSON.stringify(field)}:${JSON.stringify(value)}}`)),
      ),
    );
  });
});

describe("temperature rules", () => {
  it("keep the lowest temperature below the highest, and begin between them", () => {
    expect(errorsOf({ temperatureRule: { minimum: 0.5, maximum: 0.2 } })).toEqual({
      "temperatureRule.minimum": "must be at most temperatureRule.maximum (0.2)",
    });
    const learned = { temperatureRule: { id: "learned", minimum: 0.05 }, temperature: 0.02 };
    expect(errorsOf(learned).temperature).toMatch(/from temperatureRule.minimum .* \(0.05 to 1\) .* learned/);
    expect(errorsOf({ ...learned, temperatureRule: { ...learned.temperatureRule, id: "scheduled" } })).toEqual({});
    const arms = [{ objective: "infoNce", temperature: 2, temperatureRule: "ess" }];
    expect(Object.keys(errorsOf({ arms }))).toEqual(["arms[0].temperature"]);
  });

  it("control by the negatives that the loss has: all views of the batch", () => {
    const ess = { temperatureRule: { id: "ess" } };
    expect(errorsOf({ ...ess, arms: [{ objective: "infoNce" }, { objective: "dcl" }] })).toEqual({});
    for (const objective of ["clip", "dhel", "infoNceOneWay", "nwj"])
      expect(errorsOf({ ...ess, arms: [{ objective }] })).toEqual({
        "arms[0].temperatureRule": expect.stringMatching(/negatives among all views .*; take learned or .*infoNce/),
      });
    expect(errorsOf({ ...ess, queue: { size: 64 }, arms: [{ objective: "flatNce" }] })).toEqual({
      "arms[0].temperatureRule": expect.stringMatching(/from a queue; take learned or scheduled, or queue.size 0/),
    });
  });

  it("have a target that one negative may exceed", () => {
    const ess = (batchSize: number, target: number) =>
      errorsOf({ temperatureRule: { id: "ess", target }, batchSize })["temperatureRule.target"];
    // One of ten negatives is a share of 0.1.
    expect(ess(6, 0.1)).toMatch(/above 1\/10, .* batch of 6, .* batchSize of at least 7$/);
    expect([ess(7, 0.1), ess(6, 0.11)]).toEqual([undefined, undefined]);
    expect(errorsOf({ temperatureRule: { target: 0.1 }, batchSize: 6 })).toEqual({});
  });

  it("learn no temperature that a loss's floor depends on", () => {
    for (const objective of ["debiased", "hardNegative"]) {
      expect(errorsOf({ temperatureRule: { id: "learned" }, arms: [{ objective }] })).toEqual({
        "arms[0].temperatureRule": expect.stringMatching(/has a floor that moves .*; take fixed .*, or infoNce/),
      });
      expect(errorsOf({ temperatureRule: { id: "scheduled" }, arms: [{ objective }] })).toEqual({});
    }
  });

  it("are for losses of cosine / temperature", () => {
    const learned = { temperatureRule: { id: "learned" } };
    const arms = [{ objective: "infoNce" }, { objective: "triplet" }];
    expect(errorsOf({ ...learned, arms })).toEqual({
      "arms[1].temperatureRule": expect.stringMatching(
        /does not use the temperature; take fixed for this arm, or .*infoNce/,
      ),
    });
    expect(errorsOf({ ...learned, arms: [arms[0], { ...arms[1], temperatureRule: "fixed" }] })).toEqual({});
  });
});

describe("a queue", () => {
  it("holds a batch at least", () => {
    expect(errorsOf({ batchSize: 32, queue: { size: 31 } })["queue.size"]).toMatch(
      /0 \(no queue\) or at least .*\(32\)/,
    );
    for (const size of [0, 32, 33]) expect(errorsOf({ batchSize: 32, queue: { size } })).toEqual({});
  });

  it.each([
    ["nwj", "similarities within a batch"],
    ["vicReg", "without negatives"],
    ["triplet", "cosine / temperature"],
    ["sogClr", "averages over many batches"],
    ["dhel", "is what defines it"],
    ["clip", "is what defines it"],
    ["infoNceOneWay", null],
  ])("takes losses whose negatives may be any keys: %s", (objective, reason) => {
    const message = errorsOf({ arms: [{ objective }], queue: { size: 64 } })["arms[0].objective"];
    if (reason === null) expect(message).toBeUndefined();
    else expect(message).toMatch(new RegExp(`cannot .* queue: .*${reason}.*; take infoNce or flatNce`));
  });
});

describe("PRESETS", () => {
  it("have ids of their own, among them those shown first", () => {
    const ids = PRESETS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain(DEFAULT_PRESET);
    expect(ids).toContain(LIGHT_PRESET);
  });
});

function expectAnswer(input: unknown): void {
  const result = parseConfig(input);
  if (result.ok) expect(parseConfig(result.config)).toEqual(result);
  else {
    expect(result.errors.length).toBeGreaterThan(0);
    for (const { path, message } of result.errors) {
      expect(typeof path).toBe("string");
      expect(message).not.toBe("");
    }
  }
}
