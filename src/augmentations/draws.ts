import { type Purpose, uniforms, type Words } from "../engine/random";
import { ALL, type AugmentationRecipe, type Augmentations, columnsOf, lanesOf } from ".";
import { fillNoise } from "./noise";

/** Where views are drawn. */
export interface ViewDraw {
  /** The number of each slice's seed. */
  seeds: readonly number[];
  step: number;
  /** Views per slice: 2B. */
  views: number;
  /** Samples of each slice's own batch; B unless given. Where a view is drawn does not depend on the rows beyond it. */
  own?: readonly number[] | undefined;
  purpose: Purpose;
}

/** The columns of each view, [S, views, columns]. */
export function augmentationParameters(
  recipe: AugmentationRecipe,
  draw: ViewDraw,
  augmentations: Augmentations = ALL,
): Float32Array {
  const columns = columnsOf(augmentations);
  const values = new Float32Array(draw.seeds.length * draw.views * columns.length);
  eachView(draw, (at, row) => {
    const numbers = drawView(recipe, augmentations, at);
    values.set(
      columns.map((column) => numbers[column] as number),
      row * columns.length,
    );
  });
  return values;
}

type At = { seed: number; step: number; sample: number; purpose: Purpose };

function drawView(recipe: AugmentationRecipe, augmentations: Augmentations, at: At): Record<string, number> {
  const words = new Map(lanesOf(augmentations).map((lane) => [lane, uniforms({ ...at, lane })]));
  const lane = (index: number) => words.get(index) as Words;
  return Object.assign({}, ...augmentations.map(({ draws }) => draws?.values(recipe, lane)));
}

/** Nearly standard normal noise, [S, views, size]. */
export function augmentationNoise(draw: ViewDraw, size: number): Float32Array {
  const values = new Float32Array(draw.seeds.length * draw.views * size);
  eachView(draw, (at, row) => fillNoise(values.subarray(row * size, (row + 1) * size), at));
  return values;
}

/** Calls with each view of each slice, and its row among all. */
function eachView({ seeds, views, step, purpose, own }: ViewDraw, call: (at: At, row: number) => void): void {
  const half = views / 2;
  seeds.forEach((seed, s) => {
    const size = own?.[s] ?? half;
    for (let view = 0; view < views; view++) {
      const sample = view < half ? view : view - half + size;
      call({ seed, step, sample, purpose }, s * views + view);
    }
  });
}
