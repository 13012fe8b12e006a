import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { ExperimentConfig, ExperimentInput } from "../../../src/config/schema";
import { assemble } from "../../../src/data/assembly/assemble";
import { cifar } from "../../../src/data/readers/cifar";
import { idx } from "../../../src/data/readers/idx";
import { picked } from "../../../src/data/readers/pickedFiles";
import type { Reader } from "../../../src/data/readers/types";
import { exportPyTorch } from "../../../src/export/pytorch";
import { writeNpz } from "../../../src/export/pytorch/npz";
import { exportedSamples } from "../../../src/training/exportedSamples";
import { cifarBatch, pickledBatch } from "../../data/readers/cifarFiles";
import { imageBytes, labelBytes } from "../../data/readers/idxFiles";
import { tinyConfig } from "../../support/experiment";
import { PYTHON, runPython, SUPPORT } from "../../support/pytorch/python";
import { MNIST, realPaths } from "../../support/realData";
import { IS_THOROUGH } from "../../support/thorough";

const pause = async () => undefined;

interface Case {
  dataset: Extract<NonNullable<ExperimentInput["dataset"]>, { id: "public" }>;
  /** As published, by name. */
  files: Record<string, Uint8Array>;
  reader: Reader;
}

/** Exports what the page makes of some files, with no room for its samples, beside the files. */
async function exportedCase({ dataset, files, reader }: Case): Promise<string> {
  const config = tinyConfig({ dataset: { ...dataset, id: "public" } }) as ExperimentConfig;
  const wish = { samples: 64, ...dataset, id: "public", title: "published" };
  const given = Object.entries(files).map(([name, bytes]) => new File([bytes as BlobPart], name));
  const samples = exportedSamples(
    assemble(await reader.read(picked(given), { samples: 60_000, seed: 1 }, {}), wish, 1),
    config,
  );
  const folder = mkdtempSync(join(tmpdir(), "pytorch-"));
  const source = { config, samples, state: { step: 0, tensors: new Map() } };
  const program = await exportPyTorch(source, { weights: false, mostBytes: 1000, pause });
  for (const { path, content } of program.files)
    writeFileSync(join(folder, path), content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content);
  const expected = await writeNpz(samples.arrays, pause);
  writeFileSync(join(folder, "expected.npz"), new Uint8Array(await expected.arrayBuffer()));
  mkdirSync(join(folder, "published", "raw"), { recursive: true });
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, "published", "raw", name), bytes);
  return folder;
}

const DIGITS = {
  "train-images-idx3-ubyte": imageBytes(90),
  "train-labels-idx1-ubyte": labelBytes(90),
  "t10k-images-idx3-ubyte.gz": gzipSync(imageBytes(40)),
  "t10k-labels-idx1-ubyte.gz": gzipSync(labelBytes(40)),
};
const PICKLED = { data_batch_1: pickledBatch(90), test_batch: pickledBatch(40) };
const PICTURES = { "data_batch_1.bin": cifarBatch(90), "test_batch.bin": cifarBatch(40) };

const MADE: Case[] = [
  { dataset: { id: "public", set: "mnist" }, files: DIGITS, reader: idx },
  { dataset: { id: "public", set: "kmnist", side: 45 }, files: DIGITS, reader: idx },
  { dataset: { id: "public", set: "cifar10" }, files: PICTURES, reader: cifar },
  { dataset: { id: "public", set: "cifar10" }, files: PICKLED, reader: cifar },
  { dataset: { id: "public", set: "cifar10", side: 28, colour: "grey" }, files: PICTURES, reader: cifar },
  {
    dataset: { id: "public", set: "cifar100", side: 64 },
    files: { "train.bin": cifarBatch(90, 2), "test.bin": cifarBatch(40, 2) },
    reader: cifar,
  },
];

describe.skipIf(!PYTHON)("a script whose samples are too large to go along", () => {
  it("reads the page's samples out of the files of whoever published them, at the page's sizes and colours", async () => {
    const folders = [];
    for (const one of MADE) folders.push(await exportedCase(one));
    expect(runPython([join(SUPPORT, "published.py"), ...folders])).toBe("");
  }, 120_000);

  it("says how many of them are in none of the files", async () => {
    const folder = await exportedCase(MADE[0]!);
    const run = () => runPython([join(folder, "train.py"), "--data", join(folder, "elsewhere")]);
    expect(run).toThrow(/64 of 64 samples are not in/);
  }, 60_000);

  const digits = realPaths(...MNIST);
  it.skipIf(!IS_THOROUGH || !digits)(
    "does so for MNIST's own files",
    async () => {
      const test = Object.fromEntries(digits!.map((path) => [basename(path), new Uint8Array(readFileSync(path))]));
      const train = Object.entries(test).map(([name, bytes]) => [name.replace("t10k", "train"), bytes] as const);
      const files = { ...test, ...Object.fromEntries(train) };
      const folder = await exportedCase({
        dataset: { id: "public", set: "mnist", samples: 3000, side: 40 },
        files,
        reader: idx,
      });
      expect(runPython([join(SUPPORT, "published.py"), folder])).toBe("");
    },
    120_000,
  );

  const archive = realPaths("cifar10/cifar-10-sample-binary.tar.gz");
  it.skipIf(!IS_THOROUGH || !archive)(
    "does so for CIFAR-10's own files",
    async () => {
      const unpacked = mkdtempSync(join(tmpdir(), "cifar-"));
      copyFileSync(archive![0]!, join(unpacked, "archive.tar.gz"));
      expect(spawnSync("tar", ["xzf", "archive.tar.gz"], { cwd: unpacked }).status).toBe(0);
      const names = ["data_batch_1.bin", "test_batch.bin"];
      const bytesOf = (name: string) => new Uint8Array(readFileSync(join(unpacked, "cifar-10-batches-bin", name)));
      const files = Object.fromEntries(names.map((name) => [name, bytesOf(name)]));
      const wishes = [{ samples: 3000 }, { samples: 1000, side: 28, colour: "grey" }] as const;
      const folders = [];
      for (const wish of wishes)
        folders.push(await exportedCase({ dataset: { id: "public", set: "cifar10", ...wish }, files, reader: cifar }));
      expect(runPython([join(SUPPORT, "published.py"), ...folders])).toBe("");
    },
    120_000,
  );
});
