import { describe, expect, it } from "vitest";
import { AUGMENTATIONS } from "../../src/augmentations";
import { ADVICE_FIELDS } from "../../src/labs/advice/page/fields";
import { BOUND_FIELDS } from "../../src/labs/bound/page/fields";
import { texts as bound } from "../../src/labs/bound/texts";
import { PRECISION_FIELDS } from "../../src/labs/precision/page/fields";
import { texts as precision } from "../../src/labs/precision/texts";
import { SWEEP_FIELDS } from "../../src/labs/sweep/page/fields";
import { texts as sweep } from "../../src/labs/sweep/texts";
import { METRICS } from "../../src/metrics";
import { layerVariance } from "../../src/metrics/distributions/layerVariance";
import { parameterSnr } from "../../src/metrics/distributions/parameterSnr";
import { OBJECTIVES, OPTIONS } from "../../src/objectives";
import { FIELDS } from "../../src/session/settings/sections";
import { SOURCE_TEXTS } from "../../src/session/settings/sections/data";
import { texts as ceiling } from "../../src/ui/ceiling/texts";
import { texts as charts } from "../../src/ui/charts/texts";
import { texts as data } from "../../src/ui/data/texts";
import { texts as oneAnchor } from "../../src/ui/views/anchor/texts";
import { texts as embedding } from "../../src/ui/views/embedding/texts";
import { texts as views } from "../../src/ui/views/texts";

/** Everything that a tooltip of the page says, by what it explains. A newcomer reads its first sentence, and no symbol yet. */
const GUIDES: [string, string][] = [
  ...[...Object.values(METRICS), layerVariance, parameterSnr].map(guideOf),
  ...Object.values(AUGMENTATIONS).map(guideOf),
  ...[...FIELDS, ...Object.values(SOURCE_TEXTS)].map(tooltipOf),
  ...[...ADVICE_FIELDS, ...BOUND_FIELDS, ...PRECISION_FIELDS, ...SWEEP_FIELDS].map(tooltipOf),
  ...[...Object.values(OBJECTIVES), ...Object.values(OPTIONS)].map(summaryOf),
  ["anchor weight", charts.anchor.guide.text],
  ["one anchor", oneAnchor.guide.text],
  ["ceiling", ceiling.guide.text],
  ["bound lab", bound.about.guide.text],
  ["precision lab", precision.about.guide.text],
  ["sweep", sweep.map.guide.text],
  ["embedding", embedding.guide.text],
  ["pairs", views.pairsGuide.text],
  ["similarity", views.similarityGuide.text],
  ["statistics", data.statistics.guide.text],
  ["statistics of points", data.statistics.points.text],
];

function guideOf({ label, guide }: { label: string; guide: string }): [string, string] {
  return [label, guide];
}

function tooltipOf({ label, tooltip }: { label: string; tooltip: string }): [string, string] {
  return [label, tooltip];
}

function summaryOf({ label, summary }: { label: string; summary: string }): [string, string] {
  return [label, summary];
}

function firstSentence(text: string): string {
  return /^.*?[.?!](?=\s|$)/s.exec(text)?.[0] ?? `${text} (no end)`;
}

/** Letters and the marks between words; no digit, no Greek, no sign of mathematics. */
const WORDS = /^[A-Za-z ,;:()'\u2019\u201c\u201d-]+[.?!]$/;
/** Symbols that are written in letters: functions, Greek names, and single letters but for those that are words. */
const SYMBOL =
  /(?<!['\u2019])\b(?:log|exp|sqrt|cos|tanh|xi|tau|phi|rho|lambda|sigma|beta|gamma|[b-hj-zB-HJ-Z])\b(?!['\u2019])/;

describe("the first sentence of every tooltip", () => {
  it.each(GUIDES)("%s: is made of words alone", (_, guide) => {
    const first = firstSentence(guide);
    expect(first).toMatch(WORDS);
    expect(first).not.toMatch(SYMBOL);
  });
});
