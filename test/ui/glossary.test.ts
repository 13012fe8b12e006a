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

  it("finds words in Chinese, which has no spaces between them", async () => {
    const { default: chinese } = await import("../../src/i18n/zh");
    const forms = Object.fromEntries(Object.entries(chinese.glossary).map(([id, { forms }]) => [id, forms]));
    const found = explain("每个锚点在小批次的 K 个候选中找正样本", forms as Record<TermId, string>);
    expect(found.flatMap(({ term }) => term ?? [])).toEqual(["anchor", "batch", "k", "positive"]);
  });

  it("loses nothing of the text", () => {
    for (const { summary } of PRESETS)
      expect(
        explain(summary, FORMS)
          .map(({ text, closing = "" }) => text + closing)
          .join(""),
      ).toBe(summary);
  });

  it("keeps with a term the punctuation after it, with which no line may begin", () => {
    const closings = explain("3 seeds; one anchor (a view), then", FORMS).map(({ closing }) => closing);
    expect(closings.filter((closing) => closing !== undefined)).toEqual([";", "", "),"]);
  });

  it("explains what the default experiment says of itself", () => {
    const [first] = PRESETS;
    expect(termsOf(first?.summary ?? "").length).toBeGreaterThan(1);
  });
});
