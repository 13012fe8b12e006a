import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withDataset } from "../../src/config/kinds";
import { defaults, parseConfig } from "../../src/config/parse";
import { PRESETS, presetConfig } from "../../src/config/presets";
import { formatUrl, parseUrl } from "../../src/session/address/address";
import { DEFAULT_VIEW } from "../../src/session/view";
import { configInput } from "../support/configInputs";
import { state } from "./urlStates";

describe("formatUrl", () => {
  it("writes nothing for the defaults and only the name for a preset", () => {
    expect(formatUrl(state({}))).toBe("");
    for (const { id } of PRESETS)
      expect(formatUrl(state({ presetId: id, config: presetConfig(id) }))).toBe(`preset=${id}`);
  });

  it("writes differences so that a person can read them", () => {
    const config = { ...presetConfig("vanish"), batchSize: 64 };
    config.optimizer = { ...config.optimizer, learningRate: 0.02 };
    expect(formatUrl(state({ presetId: "vanish", config }))).toBe(
      "preset=vanish&batchSize=64&optimizer.learningRate=0.02",
    );
    const arms = [{ objective: "infoNce" as const }, { objective: "flatNce" as const, temperature: 0.07 }];
    expect(formatUrl(state({ config: { ...defaults(), arms } }))).toBe("arms=infoNce;flatNce,temperature:0.07");
  });

  it("carries temperature rules and the queue", () => {
    const arms = [
      { objective: "infoNce" as const },
      { objective: "flatNce" as const, temperatureRule: "scheduled" as const },
    ];
    const { temperatureRule, queue, ...rest } = defaults();
    const config = {
      ...rest,
      arms,
      temperatureRule: { ...temperatureRule, id: "learned" as const, minimum: 0.05 },
      queue: { ...queue, size: 64 },
    };
    const text = formatUrl(state({ config }));
    expect(text).toContain("temperatureRule.id=learned&temperatureRule.minimum=0.05&queue.size=64");
    expect(text).toContain("arms=infoNce;flatNce,temperatureRule:scheduled");
    expect(parseUrl(`#${text}`)).toMatchObject({ config, errors: [] });
  });
});

describe("parseUrl", () => {
  it("reads back every state that can be written", () => {
    fc.assert(
      fc.property(configInput, fc.constantFrom(null, ...PRESETS.map(({ id }) => id)), (patch, presetId) => {
        const result = parseConfig(patch);
        if (!result.ok) return;
        const written = formatUrl(
          state({ presetId, config: result.config, view: { ...DEFAULT_VIEW, smoothing: 0.5 } }),
        );
        const read = parseUrl(`#${written}`);
        expect(read.errors).toEqual([]);
        expect(read.config).toEqual(result.config);
        expect(read.presetId).toBe(presetId);
        expect(read.view.smoothing).toBe(0.5);
      }),
    );
  });

  it("never throws and always gives a valid config", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (hash) => {
        expect(parseConfig(parseUrl(hash).config).ok).toBe(true);
      }),
    );
    const paths = fc.constantFrom(
      "batchSize",
      "arms",
      "dataset.id",
      "optimizer",
      "__proto__.x",
      "constructor",
      "view.loss",
      "seed",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(paths, fc.string({ maxLength: 20 }))), (fields) => {
        const hash = fields.map(([path, value]) => `${path}=${encodeURIComponent(value)}`).join("&");
        expect(parseConfig(parseUrl(hash).config).ok).toBe(true);
      }),
    );
  });

  it("names the field that is wrong, says what is allowed, and keeps the rest", () => {
    const read = parseUrl("#preset=vanish&batchSize=1&temperature=hot&optimizer.speed=3&seeds=4");
    const messages = Object.fromEntries(read.errors.map(({ path, message }) => [path, message]));
    expect(messages.batchSize).toContain("at least 2");
    expect(messages.temperature).toBe("must be a number from 0.01 to 10");
    expect(messages["optimizer.speed"]).toBe("there is no such field");
    expect(read.config).toEqual({ ...presetConfig("vanish"), seeds: 4 });
  });

  it("names unknown presets and view settings", () => {
    const read = parseUrl("#preset=nothing&view.loss=mine&view.colour=red");
    expect(read.errors.map(({ path }) => path)).toEqual(["preset", "view.loss", "view.colour"]);
    expect(read.errors[0]?.message).toContain("vanish");
    expect(read.view).toEqual(DEFAULT_VIEW);
  });

  it("starts from the given preset where the address names none that there is", () => {
    const read = parseUrl("#preset=nothing&seeds=7", "circle");
    expect(read.errors.map(({ path }) => path)).toEqual(["preset"]);
    expect(read).toMatchObject({ presetId: "circle", config: { ...presetConfig("circle"), seeds: 7 } });
    expect(parseUrl("#preset=points", "circle").presetId).toBe("points");
  });

  it("leaves out the arms that are wrong, by their names, and keeps the others", () => {
    const read = parseUrl("#preset=points&arms=infoNice;flatNce;infoNce,temperature:99,label:Too+hot;infoNce,speed:2");
    expect(read.config.arms).toEqual([{ objective: "flatNce" }]);
    expect(read.errors.map(({ path }) => path)).toEqual(["arms", "arms", "arms"]);
    expect(read.errors[0]?.message).toMatch(/^"infoNice" is left out: objective must be one of .*infoNce/);
    expect(read.errors[1]?.message).toMatch(/^"infoNce,temperature:99,label:Too hot" .*temperature must be at most 10/);
    expect(read.errors[2]?.message).toMatch(/speed there is no such field/);
  });

  it("takes the preset's arms where none is left", () => {
    const read = parseUrl("#preset=points&arms=mine;&seeds=2");
    expect(read.config).toEqual({ ...presetConfig("points"), seeds: 2 });
    expect(read.errors).toHaveLength(2);
  });

  it("switches kernels and replay, and says how where it cannot", () => {
    expect(parseUrl("#captured=false&kernels=reference").config).toMatchObject({
      captured: false,
      kernels: "reference",
    });
    const read = parseUrl("#captured=maybe&kernels=fast");
    expect(read.config).toMatchObject({ captured: true, kernels: "fused" });
    expect(read.errors.map(({ path, message }) => `${path} ${message}`)).toEqual([
      "captured must be true or false",
      "kernels must be one of fused, reference",
    ]);
  });

  it("takes the kind of data first, wherever it stands", () => {
    const read = parseUrl("#dataset.classes=5&dataset.id=glyphs");
    expect(read.errors).toEqual([]);
    expect(read.config.dataset).toEqual({ ...withDataset(defaults(), "glyphs").dataset, classes: 5 });
  });

  it("keeps the rest where a field contradicts what it was not given with", () => {
    const read = parseUrl("#seeds=5&evaluation.trainSamples=16&steps=9");
    expect(read.errors.map(({ path }) => path)).toEqual(["evaluation.knn.k"]);
    expect(read.config).toEqual({ ...defaults(), seeds: 5, steps: 9 });
  });

  it("gives points an MLP where the preset has a convnet", () => {
    const read = parseUrl("#preset=vanish&dataset.id=points&seeds=7");
    expect(read.errors).toEqual([]);
    expect(read.config).toMatchObject({ seeds: 7, dataset: { id: "points" }, encoder: { id: "mlp", projection: 64 } });
    expect(read.config.encoder).toEqual({ ...defaults().encoder, projection: 64 });
  });

  it("keeps the optimiser where matched gradient norms contradict the one that was asked for", () => {
    const read = parseUrl("#preset=points&optimizer.matchGradientNorm=true&optimizer.id=adam&seeds=7");
    expect(read.errors.map(({ path }) => path)).toEqual(["optimizer.id"]);
    expect(read.config).toMatchObject({ seeds: 7, optimizer: { id: "sgd", matchGradientNorm: true } });
    const alone = parseUrl("#preset=warm&optimizer.matchGradientNorm=true&seeds=7");
    expect(alone.errors.map(({ path }) => path)).toEqual(["optimizer.id"]);
    expect(alone.config).toEqual({ ...presetConfig("warm"), seeds: 7 });
  });

  it("reports combinations that make no sense", () => {
    const read = parseUrl("#preset=points&encoder.id=convnet");
    expect(read.errors.map(({ path }) => path)).toEqual(["encoder.id"]);
    expect(read.config.encoder).toEqual(presetConfig("points").encoder);
  });

  it("takes another kind of encoder with its own defaults, whatever the order, and writes what differs from them", () => {
    const read = parseUrl("#preset=vanish&encoder.depth=14&encoder.id=resnet");
    expect(read.errors).toEqual([]);
    expect(read.config.encoder).toEqual({ id: "resnet", width: 16, depth: 14, projection: 64, norm: "group" });
    expect(formatUrl(read)).toBe("preset=vanish&encoder.id=resnet&encoder.depth=14");
    const wrong = parseUrl("#preset=vanish&encoder.id=resnet&encoder.depth=9");
    expect(wrong.errors).toMatchObject([{ path: "encoder.depth", message: "must be one of 8, 10, 14, 18" }]);
  });
});
