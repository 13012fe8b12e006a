import { describe, expect, it } from "vitest";
import { PRESETS } from "../../src/config/presets";
import { translateAll } from "../../src/i18n/translate";
import { explain, type TermId } from "../../src/ui/glossary/explain";
import { texts } from "../../src/ui/glossary/texts";

const FORMS = Object.fromEntries(Object.entries(translateAll(texts)).map(([id, { forms }]) => [id, forms])) as Record<
  TermId,
  string
>;

const termsOf = (text: string) => explain(text, FORMS).flatMap(({ text, term }) => (term ? [`${term}: ${text}`] : []));

describe("explain", () => {
  it("finds the first mention of each word, in any of its forms", () => {
    expect(termsOf("Positives attract anchors; an anchor has one positive.")).toEqual([
      "positive: Positives",
      "anchor: anchors",
    ]);
    expect(termsOf("It is log \u03be, and K = 8; log K is its ceiling.")).toEqual(["xi: log \u03be", "k: K"]);
  });

  it("takes neither parts of words nor letters in another case for them", () => {
    expect(termsOf("kNN of KNN, anchored, F = 1, k, reviewed, batched")).toEqual([]);
  });

  it("loses nothing of the text", () => {
    for (const { summary } of PRESETS)
      expect(
        explain(summary, FORMS)
          .map(({ text }) => text)
          .join(""),
      ).toBe(summary);
  });

  it("explains what the default experiment says of itself", () => {
    const [first] = PRESETS;
    expect(termsOf(first?.summary ?? "").length).toBeGreaterThan(1);
  });
});
