import { afterEach, describe, expect, it } from "vitest";
import { readCommandLine, usage } from "../../src/cli/arguments";
import { progressLine } from "../../src/cli/progress";
import { verdictTable } from "../../src/cli/verdictTable";
import { saidOf } from "../../src/i18n/errors";
import { ENGLISH, setLocale } from "../../src/i18n/locale";
import { PSEUDO } from "../../src/i18n/pseudo";
import { translate } from "../../src/i18n/translate";
import { buildRecord } from "../../src/record/build";
import { ENVIRONMENT } from "../session/fakeService";
import { tinyConfig } from "../support/experiment";

afterEach(() => setLocale(ENGLISH));

const config = tinyConfig({ seeds: 2 });
const record = buildRecord({
  config,
  environment: ENVIRONMENT,
  startedAt: new Date(0).toISOString(),
  durationMs: 1,
  stepsDone: 1200,
  learners: config.arms.flatMap((_, arm) =>
    [1, 2].map((seed) => ({ arm, seed, series: { step: [0], knnAccuracy: [0.5 + 0.25 * arm + 0.01 * seed] } })),
  ),
});

const bar = { barsize: 4, barCompleteString: "####", barIncompleteString: "----", barGlue: "" };
const progress = { progress: 0.456, eta: 65, startTime: 0, stopTime: 3000, value: 456, total: 1000, maxWidth: 80 };

describe("the command line", () => {
  it("prints the verdict in one language, numbers and all", () => {
    expect(verdictTable(record)).toMatch(/FlatNCE - InfoNCE \[95% interval\]\n.*0\.515 \+- 0\.00707/);
    expect(verdictTable(record)).toMatch(/\n2 seeds, step 1200; \* marks an interval that does not contain 0$/);
    setLocale(PSEUDO);
    const table = verdictTable(record);
    expect(table).toMatch(/0,515/);
    expect(table).not.toMatch(/\d\.\d|interval|accuracy|seeds/);
  });

  it("prints how far it is, and what is left", () => {
    expect(progressLine(bar, progress, {})).toBe("##-- 45%  step 456/1000  0:03 gone, 1:05 left");
    expect(progressLine(bar, { ...progress, eta: "NULL" as never }, {})).toMatch(/, \u2013 left$/);
    setLocale(PSEUDO);
    expect(progressLine(bar, progress, {})).not.toMatch(/step|gone|left/);
  });

  it("explains itself", () => {
    expect(usage()).toMatch(/^Usage: npm run experiment -- \[options\]\n\n {2}--preset <id> +start from a preset/);
    setLocale(PSEUDO);
    expect(usage()).toContain("--set <field>=<value>");
    expect(usage()).not.toMatch(/Usage|record/);
  });

  it("says what is wrong with its options", () => {
    const words = ["--set", "steps"];
    try {
      readCommandLine(words);
      expect.unreachable();
    } catch (error) {
      expect(saidOf(error).id).toBe("errors.cli.noValue");
      expect(translate(saidOf(error), PSEUDO)).not.toContain("for example");
    }
  });
});
