import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presetConfig } from "../../../src/config/presets";
import { english } from "../../../src/i18n/translate";
import { ALIASES } from "../../../src/session/runs/filter/aliases";
import { type Filter, OPERATORS, STATES, type Term } from "../../../src/session/runs/filter/filter";
import { filterFields, matches } from "../../../src/session/runs/filter/match";
import { parseFilter } from "../../../src/session/runs/filter/parse";
import { type PastRun, pastRun } from "../../../src/storage/runs/pastRun";
import { EMPTY_RECORD } from "../../support/emptyRecord";
import { formatFilter } from "../../support/formatFilter";

const RUN: PastRun = {
  ...pastRun(EMPTY_RECORD, "points"),
  config: { ...presetConfig("points"), batchSize: 32, temperature: 0.2 },
  summary: { probeAccuracy: [0.4, 0.8].map((mean) => ({ mean, sd: null, n: 1 })) },
  name: "The paper's case",
  tags: ["paper", "seed study"],
  starred: true,
  ended: "interrupted",
};
RUN.config.arms = [{ objective: "infoNce", temperature: 0.05 }, { objective: "flatNce" }];
const FIELDS = filterFields([RUN]);

function isThrough(text: string, run = RUN): boolean {
  const result = parseFilter(text, FIELDS);
  if (!result.ok) throw new Error(english(result.problem.said));
  return matches(result.filter, run);
}

describe("what people write for a field", () => {
  it("is a setting or a metric that there is, and hides none", () => {
    for (const [word, field] of ALIASES) {
      expect(FIELDS, word).toContain(field);
      expect(FIELDS.map((own) => own.toLowerCase())).not.toContain(word);
    }
  });

  it("is listed where a word is none", () => {
    const result = parseFilter("precison < 1", FIELDS);
    const said = result.ok ? "" : english(result.problem.said);
    expect(said).toMatch(/^precison is no setting or metric: .*precision/);
    for (const word of ALIASES.keys()) expect(said).toContain(word);
  });
});

describe("a filter", () => {
  it.each([
    "",
    "batchSize >= 32",
    "batchsize=32",
    "batchSize==32 temperature < 0.1",
    "temperature = 0.2",
    "objective = flatNce objective = infonce",
    "objective != dcl",
    "-batchSize>32",
    "optimizer.id != lars",
    "learningRate > 0",
    "probeAccuracy > 0.7",
    "accuracy > 0.7",
    "tau < 0.1 batch >= 32 LR > 0",
    "data = points optimizer != lars",
    "tag:paper",
    'tag:"seed study"',
    "is:starred is:interrupted -is:pinned",
    "preset:points",
    '"paper\'s case"',
    "PAPER flatnce -tag:other",
  ])("lets a run through that it holds for: %s", (text) => {
    expect(isThrough(text)).toBe(true);
  });

  it.each([
    "batchSize < 32",
    "temperature > 0.3",
    "objective = dcl",
    "objective != flatNce",
    "-objective = flatNce",
    "probeAccuracy > 0.9",
    "knnAccuracy > 0",
    "tag:pap",
    "is:finished",
    "-is:starred",
    "preset:vanish",
    "vanish",
  ])("keeps a run out that it does not hold for: %s", (text) => {
    expect(isThrough(text)).toBe(false);
  });

  it.each([
    ["batchSize < 8 temprature < 1", 14, 10, /^temprature is no setting or metric: .*temperature/],
    ["batchSize <", 0, 11, /nothing to compare batchSize with/],
    ["tag:a batchSize < small", 18, 5, /Only a number can stand after <, and small is none/],
    ["is:good", 0, 7, /is: knows starred, pinned, .*, not good/],
    ["a tag:", 2, 4, /Nothing stands after tag:/],
    ['tag:a "open', 6, 5, /no other one to end it/],
    ["every = 3", 0, 5, /^every may be any of .*gradientProbe\.every.*evaluation\.every/],
  ])("says what is wrong, and where: %s", (text, at, length, reason) => {
    const result = parseFilter(text, FIELDS);
    expect(result).toMatchObject({ ok: false, problem: { at, length } });
    expect(!result.ok && english(result.problem.said)).toMatch(reason);
  });

  const word = fc.stringMatching(/^[^"]{1,12}$/);
  const condition = fc.oneof(
    fc.record({
      kind: fc.constant("compare" as const),
      field: fc.constantFrom(...FIELDS),
      operator: fc.constantFrom(...OPERATORS),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    }),
    fc.record({ kind: fc.constantFrom("tag" as const, "preset" as const, "words" as const), text: word }),
    fc.record({ kind: fc.constant("is" as const), state: fc.constantFrom(...STATES) }),
  );
  const filters: fc.Arbitrary<Filter> = fc.array(
    fc.tuple(condition, fc.boolean()).map(([each, negated]): Term => ({ ...each, negated })),
  );

  it("is read as it is written", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parseFilter(formatFilter(filter), FIELDS)).toEqual({ ok: true, filter });
      }),
    );
  });

  it("may be any text, and its problem lies in it", () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.constantFrom("tag:", "is:", "<", '"', "-", "batchSize", " ")));
    fc.assert(
      fc.property(pieces, (texts) => {
        const text = texts.join("");
        const result = parseFilter(text, FIELDS);
        if (result.ok) matches(result.filter, RUN);
        else expect(result.problem.at + result.problem.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
