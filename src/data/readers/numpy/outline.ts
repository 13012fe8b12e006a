import type { Said } from "../../../i18n/message";
import { type Outline, type OutlineField, SHOWN_PICTURES, shownNumber } from "../../interpretation/outline";
import { outlinePictures } from "../../interpretation/outlinePictures";
import type { Interpretation } from "../../interpretation/schema";
import { texts as common } from "../../interpretation/texts";
import type { ArrangedArrays } from "./arrange";
import type { NpyArray } from "./array";
import { texts } from "./errors";
import { featuresOf } from "./features";
import { levelsOf } from "./images";
import type { Aside } from "./pieces";

interface Understood {
  arrays: readonly NpyArray[];
  /** Those that were taken; null where nothing came of them. */
  taken: Pick<ArrangedArrays, "train" | "test" | "unlabeled"> | null;
  aside: readonly Aside[];
}

const FIRST_VALUES = 3;

/** What arrays were taken for. */
export function outlineOfArrays({ arrays, taken, aside }: Understood, wish: Interpretation): Outline {
  const said = new Map(wish.columns?.map(({ name, role }) => [name, role]));
  const fieldOf = (array: NpyArray): OutlineField => {
    const { role, reason } = understanding(array, taken, aside);
    const wanted = said.get(array.title);
    return { name: array.title, role: wanted ?? role, reason: wanted ? common.said : reason, cells: cellsOf(array) };
  };
  const pictures = taken && rowsAsPictures(taken, wish);
  const rows = taken?.train.samples.areRows ? "pictures" : "features";
  return { of: "arrays", fields: arrays.map(fieldOf), more: 0, choices: pictures ? { rows } : {}, pictures };
}

function understanding(
  array: NpyArray,
  taken: Understood["taken"],
  aside: readonly Aside[],
): { role: OutlineField["role"]; reason: Said } {
  for (const pair of [taken?.train, taken?.test]) {
    if (pair?.samples.array === array) return { role: pair.second ? "viewA" : "feature", reason: texts.samples };
    if (pair?.second?.array === array) return { role: "viewB", reason: texts.samples };
    if (pair?.labels?.array === array) return { role: "label", reason: texts.isLabels };
    if (pair?.split?.array === array) return { role: "split", reason: common.split };
  }
  if (taken?.unlabeled?.array === array) return { role: "feature", reason: texts.samplesUnlabeled };
  return { role: "ignore", reason: aside.find(({ name }) => name === array.title)?.why ?? common.unclear };
}

/** Shape and type as NumPy writes them, and what labels begin with. */
function cellsOf({ shape, kind, numbers, texts: words, strides }: NpyArray): string[] {
  const shown = `(${shape.join(", ")}) ${KINDS[kind]}`;
  if (shape.length > 1) return [shown];
  const first = Array.from({ length: Math.min(FIRST_VALUES, shape[0] ?? 0) }, (_, i) => i);
  return [shown, ...first.map((i) => words?.[i] ?? shownNumber(numbers[i * strides[0]!]!) ?? "NaN")];
}

const KINDS: Readonly<Record<NpyArray["kind"], string>> = {
  b: "bool",
  u: "uint",
  i: "int",
  f: "float",
  U: "str",
  S: "bytes",
};

function rowsAsPictures(
  { train, test }: NonNullable<Understood["taken"]>,
  { pictures }: Interpretation,
): Outline["pictures"] {
  const { name, array, count } = train.samples;
  const [, size = 0, ...more] = array.shape;
  if (more.length > 0 || size === 0) return null;
  const shown = Math.min(SHOWN_PICTURES, count);
  const first = featuresOf({ name, array, count: shown, size });
  const scale = () => {
    const { low, factor } = levelsOf([array, ...(test ? [test.samples.array] : [])]);
    return (value: number) => factor * (value - low);
  };
  return outlinePictures({ name, size, first, scale }, pictures);
}
