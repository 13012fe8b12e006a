import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCommandLine } from "../../src/cli/arguments";
import { comparisonTable } from "../../src/cli/comparison";
import { runInFile } from "../../src/cli/recordFile";
import type { ExperimentInput } from "../../src/config/schema";
import { seedNumbers } from "../../src/config/seeds";
import { recordToJson } from "../../src/export/json";
import { buildRecord, type RecordInput } from "../../src/record/build";
import { reportOfDimPictures } from "../data/report/dimPictures";
import { ENVIRONMENT } from "../session/fakeService";
import { tinyConfig } from "../support/experiment";

const folder = mkdtempSync(join(tmpdir(), "flatnce-compare-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A record on disk of which the kNN accuracy of each arm is known, the seeds a hundredth apart. */
function saved(
  name: string,
  accuracy: readonly number[],
  changes: ExperimentInput = {},
  read: Pick<RecordInput, "dataReport"> = {},
): string {
  const config = tinyConfig({ seeds: 3, ...changes });
  const learners = config.arms.flatMap((_, arm) =>
    seedNumbers(config).map((seed, i) => ({
      arm,
      seed,
      series: { step: [6], knnAccuracy: [(accuracy[arm] ?? Number.NaN) + 0.01 * i] },
    })),
  );
  const at = { environment: ENVIRONMENT, startedAt: new Date(0).toISOString(), durationMs: 1, stepsDone: 7 };
  const file = join(folder, `${name}.json`);
  writeFileSync(file, recordToJson(buildRecord({ config, learners, ...at, ...read })));
  return file;
}

const compared = (one: string, other: string) => comparisonTable(runInFile(one), runInFile(other)).split("\n");

describe("a record beside another on the command line", () => {
  const base = saved("base", [0.5, 0.6]);

  it("is compared arm by arm and seed by seed where the seeds saw the same", () => {
    const [title, settings, head, row, how] = compared(saved("warm", [0.5, 0.7], { temperature: 0.5 }), base);
    expect(title).toBe("warm minus base:");
    expect(settings).toBe("  Temperature 0.2 -> 0.5");
    expect(head?.trim()).toBe("InfoNCE [95% interval]  FlatNCE [95% interval]");
    expect(row).toMatch(/^kNN accuracy +0 \[0, 0\] +0\.100 \[0\.100, 0\.100\] \*$/);
    expect(how).toMatch(/^paired by 3 seeds, steps 7 and 7; \* marks/);
  });

  it("says what is suspicious of the data of either, once where it is the same", () => {
    const dim = { dataReport: reportOfDimPictures() };
    const lines = [
      "Worth a look:",
      "  - The pixels hardly vary: all lie between 0 and 11 of 255, for all but one in a thousand.",
      "  - This class has a single training sample: cat.",
    ];
    const pictures = saved("pictures", [0.5, 0.7], {}, dim);
    expect(compared(pictures, base).slice(1, 6)).toEqual(["  the same settings", "Data of pictures:", ...lines]);
    expect(compared(pictures, pictures).slice(1, 5)).toEqual(["  the same settings", ...lines]);
  });

  it("is not paired where they saw other batches, and says so", () => {
    const [, settings, , row, how] = compared(saved("large", [0.5, 0.7], { batchSize: 8 }), base);
    expect(settings).toBe("  Batch size 4 -> 8");
    // Welch: 0.1 +- 2.776 * 0.01 * sqrt(2/3).
    expect(row).toMatch(/0\.100 \[0\.0773, 0\.123\] \*$/);
    expect(how).toMatch(/^not paired, since they differ in Batch size: 3 seeds and 3, steps 7 and 7/);
  });

  it("leaves out arms that only one of them has, and says where nothing is left", () => {
    const arms = (...objectives: string[]) =>
      ({ arms: objectives.map((objective) => ({ objective })) }) as ExperimentInput;
    const [, , head] = compared(saved("other", [0.5, 0.7], arms("flatNce", "dcl")), base);
    expect(head?.trim()).toBe("FlatNCE [95% interval]");
    expect(compared(saved("foreign", [0.5], arms("dcl")), base).at(-1)).toMatch(/No arm of foreign/);
  });

  it("is named where it is none, before anything is trained", () => {
    const broken = join(folder, "broken.json");
    writeFileSync(broken, '{ "config": 3 }');
    expect(() => readCommandLine(["--compare", broken])).toThrow(/broken\.json:\n/);
    expect(readCommandLine(["--compare", base, "--compare", base])?.compare).toHaveLength(2);
  });
});
