import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "../../../src/export/markup";
import { chartedMetric, chartOf, inReport } from "../../../src/export/report/chart";
import { writeReport } from "../../../src/export/report/document";
import { groupsOf, linesOf } from "../../../src/export/report/lines";
import { commandOf } from "../../../src/export/report/sections/reproduce";
import { THEME } from "../../../src/export/report/style";
import { METRICS } from "../../../src/metrics";
import type { RunRecord } from "../../../src/record/record";
import { DRAWN_CONFIG, drawnRun, recordOfDrawn, runOf } from "../../support/drawnRun";
import { tinyConfig } from "../../support/experiment";
import { numbersIn, OPTIONS, reportedOf, sectionOf, tagsOf } from "./reports";

const RUN = recordOfDrawn(
  runOf({
    messages: [
      {
        steps: [0, 10, 20],
        metrics: ["infoNce", "probeAccuracy"],
        values: Array.from({ length: 12 }, (_, i) => 0.25 + i / 50),
      },
    ],
    layers: [],
    stops: [null, null, null, null],
  }),
);

/** Elements that have no end. */
const VOID = new Set(["!doctype", "meta"]);

function nameOf(tag: string): string {
  return /^<\/?([!\w]+)/.exec(tag)?.[1]?.toLowerCase() ?? tag;
}

/** Names of the elements that are open at the end, after all that were opened have been closed in turn. */
function openAtEnd(document: string): string[] {
  const open: string[] = [];
  for (const tag of tagsOf(document)) {
    if (tag.startsWith("</")) expect(open.pop(), tag).toBe(nameOf(tag));
    else if (!tag.endsWith("/>") && !VOID.has(nameOf(tag))) open.push(nameOf(tag));
  }
  return open;
}

function finals({ summary, paired }: RunRecord) {
  return {
    values: Object.values(summary).flatMap((arms) => (arms ?? []).flatMap(({ mean }) => mean ?? [])),
    differences: paired.flatMap(({ difference, ci95 }) => [
      ...(difference === null ? [] : [difference]),
      ...(ci95 ?? []),
    ]),
  };
}

it("says what the numbers say, each with its reason", async () => {
  const lost = recordOfDrawn(runOf({ messages: [], layers: [], stops: [3, null, null, null] }));
  const section = sectionOf(await writeReport([reportedOf(lost)], OPTIONS), "verdict");
  expect(section).toContain("<summary>InfoNCE lost 1 of its 2 seeds to divergence, the first at step 3.</summary>");
  expect(section).toContain("with the learning rate 0.001 at the temperature 0.2");
  expect(sectionOf(await writeReport([reportedOf(RUN)], OPTIONS), "verdict")).not.toContain("<details>");
});

it("promises to be repeated to the bit only of a run that stayed on its device", async () => {
  const stayed = reportedOf(RUN);
  const moved = { ...stayed, name: "B", changes: [{ step: 3, patch: {}, environment: stayed.environment }] };
  const exact = "The same seeds repeat it bit for bit on the same adapter";
  expect(await writeReport([stayed], OPTIONS)).toContain(exact);
  const document = await writeReport([moved], OPTIONS);
  expect(document).not.toContain(exact);
  expect(document).toContain("bit for bit only up to there");
});

/** The charts of the probe's accuracy. */
async function chartsOf(record: RunRecord) {
  const runs = [reportedOf(record)];
  const lines = linesOf(runs);
  const charted = await chartedMetric(runs, METRICS.probeAccuracy, OPTIONS);
  const style = inReport({ id: "a", theme: THEME, colorOf: ({ light }) => light });
  return groupsOf(lines).map((group) => chartOf(charted, { runs, lines: group, title: "" }, style));
}

/** -0 is written as 0. */
const plain = (numbers: number[]) => numbers.map((value) => value + 0);

describe("a report", () => {
  it("has the numbers of the record, whatever was measured", async () => {
    await fc.assert(
      fc.asyncProperty(drawnRun, async (drawn) => {
        const record = recordOfDrawn(runOf(drawn));
        const document = await writeReport([reportedOf(record)], OPTIONS);
        expect(openAtEnd(document)).toEqual([]);
        expect(/.{80}(?:NaN|Infinity|undefined).{20}/.exec(document)?.[0]).toBeUndefined();
        const { values, differences } = finals(record);
        expect(plain(numbersIn(sectionOf(document, "values")))).toEqual(plain(values));
        expect(plain(numbersIn(sectionOf(document, "differences")))).toEqual(plain(differences));
      }),
      { numRuns: 40 },
    );
  });

  it("makes nothing of what users write but text", async () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom('"><script>alert(1)</script>', "</style><img src=x onerror=alert(1)>", "]]>&lt;", "' onload='x"),
    );
    const clean = await writeReport([reportedOf(labeled(RUN, "L"), { note: "n", tags: ["t"] })], OPTIONS);
    const shape = tagsOf(clean).map(nameOf);
    await fc.assert(
      fc.asyncProperty(
        nasty,
        nasty,
        nasty,
        fc.string({ minLength: 1, maxLength: 40 }),
        async (name, note, tag, label) => {
          const run = reportedOf(labeled(RUN, label), { name: name || "x", note: note || "n", tags: [tag] });
          const document = await writeReport([run], OPTIONS);
          expect(tagsOf(document).map(nameOf)).toEqual(shape);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("needs nothing else: no script, no handler, and no address but the links to itself and to the page", async () => {
    const document = await writeReport([reportedOf(RUN), reportedOf(RUN, { name: "Another" })], OPTIONS);
    for (const tag of tagsOf(document)) {
      expect(tag).not.toMatch(/^<(script|img|link|iframe|object|embed|base|image|use|foreignObject)\b/i);
      expect(tag).not.toMatch(/\s(on\w+|src|style)=/i);
      for (const [, address] of tag.matchAll(/href="([^"]*)"/g))
        expect(address).toMatch(/^(#|https:\/\/example\.org\/)/);
    }
    expect(document).not.toMatch(/@import|url\((?!#)/);
    expect(document).toContain("default-src &#39;none&#39;");
  });

  it("draws every metric that was measured, as a picture with a description and a table behind it", async () => {
    const document = await writeReport([reportedOf(RUN)], OPTIONS);
    const charts = sectionOf(document, "charts").split("<figure").slice(1);
    expect(charts).toHaveLength(2);
    for (const chart of charts) {
      expect(chart).toMatch(/<svg [^>]*role="img" aria-labelledby="(\S+)-title \1-desc"/);
      expect(chart).toMatch(/<desc [^>]*>[^<]+ by step, 0 to 20\. At the end: InfoNCE: [\d.]+ \[/);
      expect(chart.match(/class="reading"/g)).toHaveLength(3);
      expect(numbersIn(chart)).toHaveLength(6);
    }
    expect([...document.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).toSatisfy(
      (ids: string[]) => new Set(ids).size === ids.length,
    );
    for (const head of tagsOf(document).filter((tag) => /^<th\b/.test(tag))) expect(head).toMatch(/scope="(row|col)"/);
  });

  it("says which rule ended a run, and where", async () => {
    const stoppedEarly = { step: 20, rule: "target" as const, reason: "of its own" };
    const early = {
      ...RUN,
      stepsDone: 20,
      stoppedEarly,
      config: { ...RUN.config, stop: { ...RUN.config.stop, target: 0.5 } },
    };
    const document = await writeReport([reportedOf(early)], OPTIONS);
    expect(sectionOf(document, "runs")).toContain(
      "<p>Stopped at step 20: every arm reached 0.5 in Linear probe accuracy.</p>",
    );
    expect(sectionOf(await writeReport([reportedOf(RUN)], OPTIONS), "runs")).not.toContain("Stopped at");
  });

  it("draws the band that the page draws, from the lowest seed to the highest, and names its intervals", async () => {
    const [chart] = await chartsOf(RUN);
    const { low, high, mean } = chart!.figure.lines[0]!;
    const seeds = RUN.learners.slice(0, 2).map(({ series }) => series.probeAccuracy!.at(-1)!);
    expect([low, high].map((ends) => ends[ends.length - 1])).toEqual([Math.min(...seeds), Math.max(...seeds)]);
    expect(mean[mean.length - 1]).toBeCloseTo((seeds[0]! + seeds[1]!) / 2, 12);
    const charts = sectionOf(await writeReport([reportedOf(RUN)], OPTIONS), "charts");
    expect(charts).toContain("bands reach from the lowest seed to the highest");
    expect(charts).toContain("step 20: mean [95% t interval]");
  });

  it("says the verdict, and how runs differ", async () => {
    const other: RunRecord = { ...RUN, config: tinyConfig({ ...DRAWN_CONFIG, batchSize: 8 }) };
    const runs = [
      reportedOf(RUN, { name: "First" }),
      reportedOf(other, { name: "Second", note: "why", tags: ["paper"] }),
    ];
    const document = await writeReport(runs, OPTIONS);
    expect(sectionOf(document, "verdict")).toMatch(
      /<h3>First<\/h3><p class="lead"><strong>[^<]+<\/strong> Linear probe accuracy; 95% interval .*paired t over 2 seeds; step 20\.<\/p>/,
    );
    expect(sectionOf(document, "runs")).toContain("<strong>batchSize 4 \u2192 8</strong>");
    expect(sectionOf(document, "runs")).toContain('<span class="tag">paper</span>');
    expect(sectionOf(document, "charts")).toContain("Second: FlatNCE");
  });

  it("lets others have their turn between two charts, and twice within each", async () => {
    let pauses = 0;
    await writeReport([reportedOf(RUN)], { ...OPTIONS, pause: async () => void pauses++ });
    expect(pauses).toBeGreaterThanOrEqual(6);
  });
});

function labeled(record: RunRecord, label: string): RunRecord {
  const arms = record.config.arms.map((arm, i) => (i === 0 ? { ...arm, label } : arm));
  return { ...record, config: { ...record.config, arms } };
}

describe("the lines of a report", () => {
  it("have looks of their own, and each run its own chart where they would be too many", () => {
    const run = reportedOf(RUN);
    const two = linesOf([run, { ...run, name: "B" }]);
    expect(new Set(two.map(({ light }) => light)).size).toBe(4);
    expect(new Set(two.map(({ dash }) => dash)).size).toBe(4);
    expect(groupsOf(two)).toHaveLength(1);
    const five = linesOf(Array.from("abcde", (name) => ({ ...run, name })));
    expect(groupsOf(five).map(({ length }) => length)).toEqual([2, 2, 2, 2, 2]);
  });
});

describe("a command that repeats a run", () => {
  it("is quoted for a shell", () => {
    const config = tinyConfig({ arms: [{ objective: "flatNce", label: "it's; rm" }] });
    expect(commandOf({ presetId: "vanish", config })).toMatch(
      /^npm run experiment -- --preset vanish .*--set 'arms=flatNce,label:it'\\''s%3B%20rm'/,
    );
  });
});

describe("markup", () => {
  it("escapes what is no markup, and says that it cannot write what no document may have", () => {
    expect(html`<p title="${"\"<&'>"}">${["a", 1, null, html`<b>x</b>`]}${"\u0000\ud800\n"}</p>`.text).toBe(
      '<p title="&quot;&lt;&amp;&#39;&gt;">a1<b>x</b>\ufffd\ufffd\n</p>',
    );
  });
});
