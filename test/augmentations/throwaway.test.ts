import { expect, it } from "vitest";
import { ALL, type Augmentations, augmentationShape, columnsOf } from "../../src/augmentations";
import { augmentationParameters } from "../../src/augmentations/draws";
import { augmentationRecipe } from "../../src/augmentations/recipe";
import { ViewTable } from "../../src/augmentations/viewTable";
import { z } from "../../src/data/zod";
import { PURPOSE } from "../../src/engine/random";
import { augmentationRows } from "../../src/session/settings/sections/augmentation";
import { solarize } from "../support/augment/solarize";

const WITH: Augmentations = [...ALL, solarize as unknown as Augmentations[number]];

it("takes one file and one line to add an augmentation: schema, settings, recipe and draw know it", () => {
  const schema = z.strictObject(augmentationShape(WITH));
  expect(schema.parse({})).toMatchObject({ strength: 0.5, solarize: 0 });
  expect(schema.safeParse({ solarize: 2 }).success).toBe(false);
  expect(augmentationRows(WITH).at(-1)).toMatchObject({ path: "augmentation.solarize", control: "slider" });
  const shape = [8, 8, 3];
  const recipe = augmentationRecipe({ ...schema.parse({}), ...{ solarize: 0.3 } }, shape, WITH);
  const draw = { seeds: [1], step: 2, views: 500, purpose: PURPOSE.trainingViews };
  const views = new ViewTable(augmentationParameters(recipe, draw, WITH), columnsOf(WITH));
  const share = views.column("solarize").reduce((sum, value) => sum + value, 0) / views.count;
  expect(Math.abs(share - 0.3)).toBeLessThan(0.1);
});
