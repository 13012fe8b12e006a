import { describe, expect, test } from "vitest";
import type { ExperimentConfig } from "../../../src/config/schema";
import { metricOf } from "../../../src/metrics";
import { CHAPTER_IDS } from "../../../src/session/learn/chapters";
import { type Chapter, experimentOf, firstValues, type Values } from "../../../src/ui/learn/chapter";
import { CHAPTERS } from "../../../src/ui/learn/chapters";
import { UNDECIDED } from "../../../src/ui/learn/experiment/check";
import { linked, symbolsOf, unmarked } from "../../../src/ui/learn/formula/symbols";

const chapters = CHAPTER_IDS.map((id) => CHAPTERS[id]);

/** Every combination of the values of a chapter's controls. */
function allValues({ controls }: Chapter): Values[] {
  return controls.reduce<Values[]>(
    (before, { id, values }) => before.flatMap((chosen) => values.map((value) => ({ ...chosen, [id]: value.id }))),
    [{}],
  );
}

/** Views that all learners of an experiment look at, in all. */
function work({ arms, seeds, batchSize, steps }: ExperimentConfig): number {
  return arms.length * seeds * 2 * batchSize * steps;
}

/** What 2 cores train in well under 90 s on WebAssembly, of points and a small network. */
const MOST_WORK = 200_000;

describe.each(chapters)("chapter $id", (chapter) => {
  const words = chapter.texts;

  test("has an experiment for each of its controls' values, small enough for a slow machine", () => {
    for (const values of allValues(chapter)) {
      const config = experimentOf(chapter, values);
      expect(config.dataset.id).toBe("points");
      expect(work(config), JSON.stringify(values)).toBeLessThanOrEqual(MOST_WORK);
    }
    expect(allValues(chapter)).toContainEqual(firstValues(chapter));
  });

  test("changes its experiment by each of its controls", () => {
    const experiments = allValues(chapter).map((values) => JSON.stringify(experimentOf(chapter, values)));
    expect(new Set(experiments).size).toBe(experiments.length);
    expect(chapter.controls.length).toBeGreaterThan(0);
    expect(chapter.controls.length).toBeLessThanOrEqual(2);
  });

  test("names every symbol of its formula, and shows each", () => {
    const symbols = chapter.symbols.map(({ id }) => id);
    expect(symbolsOf(chapter.formula).toSorted()).toEqual(symbols.toSorted());
    expect(Object.keys(words.symbols).toSorted()).toEqual(symbols.toSorted());
    const shown = chapter.views.flatMap((view) => view.symbols);
    const set = chapter.controls.flatMap(({ symbol }) => symbol ?? []);
    expect([...new Set([...shown, ...set])].toSorted()).toEqual(symbols.toSorted());
  });

  test("has words for all of its parts, and for nothing else", () => {
    const { check, controls, views } = chapter;
    const choices = check.choices.map(({ id }) => id);
    expect(Object.keys(words.choices)).toEqual(choices);
    expect(Object.keys(words.outcomes)).toEqual([...choices, UNDECIDED]);
    for (const { id, values } of controls)
      expect(Object.keys(words.controls[id]?.values ?? {})).toEqual(values.map((value) => value.id));
    const pictures = views.flatMap((view) => (view.kind === "chart" ? [] : [view.id]));
    expect(Object.keys(words.pictures).toSorted()).toEqual(pictures.toSorted());
  });

  test("asks for what its experiment measures", () => {
    const { metric } = chapter.check.quantity;
    for (const values of allValues(chapter)) {
      const config = experimentOf(chapter, values);
      const { cadence } = metricOf(metric);
      if (cadence !== "step") expect(config[cadence].every).toBeGreaterThan(0);
      expect(config.seeds).toBeGreaterThan(2);
    }
  });

  test("has choices of which no two can both be right", () => {
    const ranges = chapter.check.choices.flatMap(({ range }) => (range ? [range] : []));
    const sorted = ranges.toSorted(([a], [b]) => a - b);
    for (const [i, [low]] of sorted.entries()) if (i > 0) expect(low).toBeGreaterThanOrEqual(sorted[i - 1]![1]);
    expect(chapter.check.choices.filter(({ range }) => range === null).length).toBeLessThanOrEqual(1);
  });
});

test("symbols are marked in a formula, linked in its MathML, and gone where it is read as text", () => {
  const tex = String.raw`\sym{f}{\frac{\sym{xi}{\xi}}{1 + \xi}} \cdot \sym{f}{f}`;
  expect(symbolsOf(tex)).toEqual(["f", "xi"]);
  expect(linked(tex)).toBe(String.raw`\href{#f}{\frac{\href{#xi}{\xi}}{1 + \xi}} \cdot \href{#f}{f}`);
  expect(unmarked(tex)).toBe(String.raw`{\frac{{\xi}}{1 + \xi}} \cdot {f}`);
});
