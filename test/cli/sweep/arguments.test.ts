import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readSweepCommand, usage } from "../../../src/cli/sweep/arguments";
import { cellList } from "../../../src/cli/sweep/list";
import { ENGLISH, setLocale } from "../../../src/i18n/locale";
import { PSEUDO } from "../../../src/i18n/pseudo";
import { smallSweep, sweepPart } from "../../support/labs/sweep";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flatnce-sweep-"));
  const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));
  write("sweep.json", { base: { steps: 12 }, x: { values: [4, 8] } });
  write("typo.json", { base: { optimizer: { lr: 1 } }, metrik: 1 });
  write("result.json", sweepPart(smallSweep()));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => setLocale(ENGLISH));

const inFolder = (name: string) => join(folder, name);
const refusal = (...args: string[]) => expect(() => readSweepCommand(args));

describe("the command line of a sweep", () => {
  it("takes a file's settings, and the given ones over them", () => {
    const command = readSweepCommand([
      "--config",
      inFolder("sweep.json"),
      ..."--set base.seeds=2 --set x.values=2,4,6 --set budget=samples --set base.dataset.id=glyphs".split(" "),
    ]);
    expect(command).toMatchObject({
      kind: "run",
      shard: { index: 1, count: 1 },
      backend: "auto",
      out: "sweep-result.json",
      sweep: { base: { steps: 12, seeds: 2, dataset: { id: "glyphs" } }, x: { values: [2, 4, 6] }, budget: "samples" },
    });
    expect(readSweepCommand([])).toMatchObject({ sweep: { base: { seeds: 5 }, x: { path: "batchSize" } } });
  });

  it("takes the settings of a document, so that what lacks cells can be gone on with", () => {
    expect(readSweepCommand(["--config", inFolder("result.json")])).toMatchObject({ sweep: smallSweep() });
  });

  it("runs on another backend without being another sweep", () => {
    expect(readSweepCommand(["--backend", "wasm"])).toMatchObject({
      backend: "wasm",
      sweep: { base: { backend: "auto" } },
    });
  });

  it("names a part's file after it", () => {
    expect(readSweepCommand(["--shard", "3/16"])).toMatchObject({ shard: { index: 3, count: 16 }, out: "part-3.json" });
    expect(readSweepCommand(["--shard", "3/16", "--out", inFolder("x.json")])).toMatchObject({
      out: inFolder("x.json"),
    });
  });

  it("takes the files that are to be merged, however many a shell makes of them", () => {
    const merge = (...args: string[]) => readSweepCommand(["--merge", ...args]);
    expect(merge("a.json", "b.json")).toEqual({ kind: "merge", files: ["a.json", "b.json"], out: "sweep-result.json" });
    expect(merge("a.json", "--out", "c.json", "b.json")).toMatchObject({ files: ["a.json", "b.json"], out: "c.json" });
    refusal("--merge").toThrow("name the parts");
    for (const args of [["--backend", "cpu"], ["--shard", "1/2"], ["--set", "x=1"], ["--list"], ["--config", "a.json"]])
      refusal("--merge", "a.json", ...args).toThrow(`${args[0]} means nothing beside --merge`);
  });

  it("says what is wrong, field by field, before anything is run", () => {
    refusal("--config", inFolder("typo.json")).toThrow(
      /typo\.json:\n.*base\.optimizer\.lr: there is no such field.*\n?.*/s,
    );
    refusal("--config", inFolder("typo.json")).toThrow(/metrik: there is no such field/);
    refusal("--set", "base.stepz=3", "--set", "budget=money").toThrow(
      "base.stepz: there is no such field; did you mean base.steps?\nbudget: must be one of steps, samples, time",
    );
    refusal("--set", "base.steps").toThrow("write it as field=value");
    refusal("--shard", "0/4").toThrow("--shard 0/4: write it as which/how many");
    refusal("--backend", "tpu").toThrow(/--backend tpu: there are auto, webgpu, /);
    refusal("sweep.json").toThrow("sweep.json: options begin with --");
    refusal("--out", inFolder("none/x.json")).toThrow("there is no folder");
    refusal("--set", "base.dataset.id=files").toThrow("cannot be files");
  });

  it("does not split a sweep whose cells go by the clock of one machine", () => {
    refusal("--set", "budget=time", "--shard", "1/2").toThrow("runs in one piece");
    expect(readSweepCommand(["--set", "budget=time"])).toMatchObject({ kind: "run" });
  });

  it("lists the cells of a part, and why one is no experiment", () => {
    expect(readSweepCommand(["--list", "--shard", "1/2"])).toMatchObject({ kind: "list", shard: { count: 2 } });
    expect(cellList(smallSweep(), { index: 2, count: 3 })).toBe(
      [
        "cell  batchSize  temperature",
        ...[1, 4].map(
          (i) =>
            `${i}     1          ${i === 1 ? "0.1" : "0.5"}          no experiment: batchSize: a batch of 1 has no`,
        ),
      ]
        .map((line) =>
          line.replace(/ no$/, " no negatives: the loss compares a sample with the others of its batch, so at least 2"),
        )
        .join("\n"),
    );
  });

  it("explains itself", () => {
    expect(usage()).toMatch(/^Usage: npm run sweep -- \[options\]\n\n {2}--config <sweep\.json> +a sweep's settings/);
    setLocale(PSEUDO);
    expect(usage()).toContain("--shard <i>/<n>");
    expect(usage()).not.toMatch(/Usage|document/);
  });
});
