import { describe, expect, it } from "vitest";
import { type AugmentationOptions, augmentationRecipe, augmentationWork } from "../../src/augmentations/recipe";
import { defaults, parseConfig } from "../../src/config/parse";
import { setIn } from "../../src/config/paths";
import type { DatasetSummary } from "../../src/data/types";
import { textsOf } from "../../src/i18n/message";
import { english } from "../../src/i18n/translate";
import { sampleShape } from "../../src/session/data/sampleShape";
import { askNewest } from "../../src/session/newest";
import { SECTIONS } from "../../src/session/settings/sections";
import { classRows } from "../../src/ui/data/classRows";
import {
  isOn,
  OPERATIONS,
  type Operation,
  operationsFor,
  SIMCLR,
  turnedOff,
  turnedOn,
} from "../../src/ui/data/views/operations";
import { DATASET } from "../session/fakeService";

const COLOR = [32, 32, 3];
const GREY = [32, 32, 1];
const POINT = [2];

/** What is left to do on images in color. */
const work = (augmentation: AugmentationOptions) => augmentationWork(augmentationRecipe(augmentation, COLOR), COLOR);
const NO_WORK = { geometry: false, light: false, color: false, blurRadius: 0, noise: 0, cutoutSide: 0 };
const { augmentation: untouched } = defaults();
const nothing = OPERATIONS.reduce((augmentation, operation) => turnedOff(operation, augmentation), untouched);

/** Operations without which this one does nothing, and those that it consists of. */
const company = ({ id, within }: Operation) => OPERATIONS.filter((other) => other.within === id || other.id === within);

describe("the table of operations", () => {
  it.each([0, 0.5, 1])("has off values that leave nothing to do, at strength %f", (strength) => {
    const all = OPERATIONS.reduce((augmentation, operation) => turnedOn(operation, augmentation, COLOR), {
      ...untouched,
      strength,
    });
    expect(work(all)).toMatchObject({ geometry: true, light: true, color: true });
    expect(work(OPERATIONS.reduce((rest, operation) => turnedOff(operation, rest), all))).toEqual(NO_WORK);
  });

  it.each(OPERATIONS.map((operation) => [operation.id, operation] as const))(
    "turns %s on and off by itself",
    (_, operation) => {
      for (const strength of [0, 0.5]) {
        const around = company(operation).reduce((rest, other) => turnedOn(other, rest, COLOR), {
          ...nothing,
          strength,
        });
        const on = turnedOn(operation, around, COLOR);
        expect(isOn(operation, augmentationRecipe(on, COLOR))).toBe(true);
        expect(work(on)).not.toEqual(NO_WORK);
        const off = turnedOff(operation, on);
        expect(isOn(operation, augmentationRecipe(off, COLOR))).toBe(false);
        if (!operation.within) expect(work(off)).toEqual(NO_WORK);
        expect(parseConfig({ augmentation: on })).toMatchObject({ ok: true });
        expect(parseConfig({ augmentation: off })).toMatchObject({ ok: true });
      }
    },
  );

  it("goes back to automatic where that does something, else to values of its own", () => {
    const operation = (id: string) => OPERATIONS.find((other) => other.id === id)!;
    const turn = (id: string, augmentation: AugmentationOptions, shape: number[]) => {
      const before = turnedOff(operation(id), augmentation);
      return turnedOn(operation(id), before, shape);
    };
    expect(turn("crop", { ...untouched, minScale: 0.3, maxScale: 0.4 }, GREY)).toEqual(untouched);
    expect(turn("crop", { ...untouched, strength: 0 }, GREY)).toMatchObject({ minScale: 0.08, maxScale: 1 });
    expect(turn("flip", untouched, COLOR).flip).toBeUndefined();
    expect(turn("flip", untouched, GREY).flip).toBe(0.5);
    expect(turn("rotation", untouched, GREY).rotation).toBe(15);
    expect(turn("noise", { ...untouched, noise: 0.4 }, POINT).noise).toBe(0.05);
    expect(turn("cutout", { ...untouched, cutoutSide: 0.2 }, GREY)).toMatchObject({ cutout: 1, cutoutSide: 0.2 });
  });

  it("offers every field of the augmentation once, with words, and to the samples that it changes", () => {
    const offered = ["strength", ...OPERATIONS.flatMap(({ fields }) => Object.keys(fields))].sort();
    const fields = SECTIONS.augmentation.rows.map(({ path }) => path.split(".")[1]!);
    expect(offered).toEqual(fields.sort());
    const recipe = augmentationRecipe({ ...untouched, cutout: 1 }, COLOR);
    for (const operation of OPERATIONS)
      expect(english({ ...textsOf("augmentations", operation).summary, args: recipe })).toMatch(/\d/);
    expect(operationsFor(POINT).map(({ id }) => id)).toEqual(["noise"]);
    const idle = OPERATIONS.filter((operation) => !operationsFor(GREY).includes(operation));
    expect(idle.map(({ id }) => id)).toEqual(["saturation", "hue", "grey"]);
  });

  it("has SimCLR's recipe", () => {
    expect(augmentationRecipe(SIMCLR, COLOR)).toMatchObject({ flip: 0.5, jitter: 0.8, brightness: 0.8, noise: 0 });
  });
});

describe("the table of classes", () => {
  const labels = Uint8Array.of(0, 1, 0);
  const dataset: DatasetSummary = {
    ...DATASET,
    classNames: ["ash", "oak"],
    trainCount: 5,
    classCounts: { bank: [4, 1], test: null },
    samples: { values: new Float32Array(6), labels, count: 3 },
  };

  it("has each class's counts, its share and its samples", () => {
    expect(classRows(dataset)).toEqual([
      { name: "ash", known: 4, test: null, share: 0.8, shown: [0, 2] },
      { name: "oak", known: 1, test: null, share: 0.2, shown: [1] },
    ]);
    expect(classRows(DATASET)).toEqual([]);
  });
});

describe("sampleShape", () => {
  it("is the run's where it has the same data, else one of the kind", () => {
    const config = defaults();
    const run = { config, dataset: { ...DATASET, shape: [7] } } as never;
    expect(sampleShape(config, run)).toEqual([7]);
    expect(sampleShape(setIn(config, "dataset.classes", 3), run)).toEqual([2]);
    const shapes = [{ id: "glyphs" }, { id: "public" }, { id: "files", colour: "grey" }].map((dataset) => {
      const result = parseConfig({ dataset });
      return result.ok && sampleShape(result.config, run)[2];
    });
    expect(shapes).toEqual([1, 3, 1]);
  });
});

describe("askNewest", () => {
  it("asks one question at a time, and of those that wait the newest alone", async () => {
    const asked: number[] = [];
    const told: number[] = [];
    let answer: () => void = () => undefined;
    const ask = askNewest(
      (question: number) => {
        asked.push(question);
        return new Promise<number>((resolve) => {
          answer = () => resolve(10 * question);
        });
      },
      (value) => told.push(value),
      0,
    );
    ask(1);
    await expect.poll(() => asked).toEqual([1]);
    for (const question of [2, 3, 4]) ask(question);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(asked).toEqual([1]);
    answer();
    await expect.poll(() => asked).toEqual([1, 4]);
    answer();
    await expect.poll(() => told).toEqual([10, 40]);
  });
});
