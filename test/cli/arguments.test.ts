import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCommandLine } from "../../src/cli/arguments";
import { imageBytes, labelBytes } from "../data/readers/idxFiles";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flatnce-cli-"));
  writeFileSync(join(folder, "broken.json"), "{ no");
  writeFileSync(join(folder, "typo.json"), JSON.stringify({ optimizer: { lr: 1 } }));
  writeFileSync(join(folder, "list.json"), "[]");
  writeFileSync(join(folder, "batch.json"), JSON.stringify({ batchSize: 12, optimizer: { learningRate: 0.5 } }));
  writeFileSync(join(folder, "glyphs.json"), JSON.stringify({ dataset: { id: "glyphs", samples: 500 } }));
  writeFileSync(join(folder, "images.idx"), imageBytes(90));
  writeFileSync(join(folder, "labels.idx"), labelBytes(90));
});
afterAll(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);

describe("readCommandLine", () => {
  it("lays the file over the preset, and the settings over both", () => {
    const line = readCommandLine(["--preset", "circle", "--config", inFolder("batch.json"), "--set", "steps=9"]);
    expect(line?.config).toMatchObject({ batchSize: 12, steps: 9, encoder: { projection: 2 } });
    expect(line?.config.optimizer).toMatchObject({ id: "adam", learningRate: 0.5 });
    expect(line).toMatchObject({ data: [], out: null, csv: null, report: null });
  });

  it("takes another kind of data from the file, at its defaults", () => {
    const line = readCommandLine(["--preset", "circle", "--config", inFolder("glyphs.json")]);
    expect(line?.config.dataset).toEqual({ id: "glyphs", classes: 16, samples: 500 });
  });

  it("reads where embeddings go, of which kind and of which samples", () => {
    const of = (...args: string[]) => readCommandLine(args)?.embeddings;
    expect(of()).toBeNull();
    const path = inFolder("out.NPZ");
    expect(of("--embeddings", path)).toEqual({ path, format: "npz", split: "test" });
    expect(of("--embeddings", path, "--set", "evaluation.validation=true")).toMatchObject({ split: "validation" });
    expect(of("--embeddings", path, "--split", "train")).toMatchObject({ split: "train" });
    expect(() => of("--embeddings", inFolder("out.xlsx"))).toThrow("it ends in .csv, .npz, .npy, .parquet.");
    expect(() => of("--embeddings", path, "--split", "all")).toThrow(
      "--split all: there are train, bank, validation, test.",
    );
    expect(() => of("--split", "train")).toThrow("name its file too");
  });

  it("takes the user's files as the data set", () => {
    const line = readCommandLine(["--data", inFolder("images.idx"), "--data", inFolder("labels.idx")]);
    expect(line?.data.map(({ path }) => path)).toEqual(["images.idx", "labels.idx"]);
    expect(line?.config.dataset).toMatchObject({ id: "files", name: "images.idx, labels.idx" });
  });

  it("prints help when asked", () => {
    expect(readCommandLine(["--help"])).toBeNull();
  });

  it.each([
    ["an unknown preset", ["--preset", "nope"], /preset.*"nope".*vanish/],
    ["an unknown field", ["--set", "optimizer.lr=1"], /optimizer\.lr: there is no such field/],
    ["a value out of bounds", ["--set", "batchSize=1"], /batchSize: .*at least 2/],
    ["a word for a number", ["--set", "steps=many"], /steps: must be a number/],
    ["a setting without a value", ["--set", "steps"], /--set steps: write it as field=value/],
    ["an unknown option", ["--sett", "steps=1"], /--sett/],
    ["a stray word", ["points"], /points/],
    ["a config that is not there", ["--config", "missing.json"], /missing\.json/],
    ["a config that is no JSON", ["--config", "broken.json"], /broken\.json is not JSON/],
    ["a config with a typing error", ["--config", "typo.json"], /typo\.json:\noptimizer\.lr: .*allowed are id/],
    ["a config that is a list", ["--config", "list.json"], /list\.json:\n.*object/],
    [
      "a record in a folder that is not there",
      ["--out", "no/where.json"],
      /--out no\/where\.json: there is no folder no$/,
    ],
    ["data that is not there", ["--data", "missing.idx"], /missing\.idx/],
  ])("refuses %s, by its name", (_, args, message) => {
    const paths = args.map((arg) => (existsSync(inFolder(arg)) ? inFolder(arg) : arg));
    expect(() => readCommandLine(paths)).toThrow(message);
  });

  it("shortens the name of the data to what a config holds", () => {
    const paths = Array.from({ length: 4 }, (_, i) => join(folder, `${i}${"long".repeat(20)}.idx`));
    for (const path of paths) writeFileSync(path, "");
    const line = readCommandLine(paths.flatMap((path) => ["--data", path]));
    expect(line?.config.dataset).toMatchObject({ name: expect.stringMatching(/^0long.{195}$/) });
  });
});
