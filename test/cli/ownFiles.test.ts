import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCommandLine } from "../../src/cli/arguments";
import { dataLines } from "../../src/cli/dataLines";
import { openOwnFiles, ownPaths } from "../../src/cli/ownFiles";
import { decodeInNode } from "../../src/cli/pictures";
import { loadDataset } from "../../src/data/load";
import { PICTURES } from "../data/readers/pictureFiles";
import { chunk, header, SIGNATURE } from "../support/pngFormat";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flatnce-own-"));
  for (const name of ["ant", "bee", "bee/wings", ".cache"]) mkdirSync(join(folder, "pets", name), { recursive: true });
  const pictures = PICTURES.filter(([name]) => /^(color|grey|palette)$|JPEG|WebP|AVIF|GIF/.test(name));
  for (const name of ["ant", "bee", "bee/wings", ".cache"])
    for (const [i, [, bytes]] of pictures.entries()) writeFileSync(join(folder, "pets", name, `${i}.png`), bytes);
  writeFileSync(join(folder, "pets", "ant", "broken.png"), "no picture");
  writeFileSync(join(folder, "pets", "ant", "bomb.png"), bomb());
  writeFileSync(join(folder, "pets", "notes.txt"), "notes");
  symlinkSync(join(folder, "pets"), join(folder, "pets", "bee", "again"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Claims more pixels than memory has room for. */
function bomb(): Uint8Array {
  const parts = [SIGNATURE, header(60_000, 60_000, "rgba"), chunk("IDAT", new Uint8Array(9)), chunk("IEND")];
  return Buffer.concat(parts);
}

const pets = () => join(folder, "pets");

describe("files of a user's own on the command line", () => {
  it("are all that lie in a folder, by their paths in it, without hidden ones and without going in circles", () => {
    const paths = ownPaths([`${pets()}/`]).map(({ path }) => path);
    expect(paths).toContain("pets/bee/wings/3.png");
    expect(paths).toContain("pets/notes.txt");
    expect(paths.filter((path) => path.includes(".cache") || path.includes("again"))).toEqual([]);
    expect(readCommandLine(["--data", pets()])?.config.dataset).toMatchObject({ id: "files", name: "pets" });
    expect(() => ownPaths([join(folder, "none")])).toThrow(/There is no file .*none/);
  });

  it("are read as on the page, pictures included, and what was left out is said", async () => {
    const files = await openOwnFiles(ownPaths([pets()]));
    const options = readCommandLine(["--data", pets()])!.config.dataset;
    const dataset = await loadDataset(options, 1, files, { decodeImage: decodeInNode });
    expect(dataset.classNames).toEqual(["ant", "bee"]);
    const lines = dataLines(dataset.report!);
    expect(lines).toContain("  - 2 that cannot be decoded as pictures: pets/ant/broken.png, pets/ant/bomb.png");
    expect(lines.some((line) => line.includes("pets/notes.txt"))).toBe(true);
    const { found, taken } = dataset.report!.samples;
    expect([found - taken, taken]).toEqual([2, dataset.train.count + dataset.test.count]);
  });

  it("names what a picture claims that is too large", async () => {
    await expect(decodeInNode(new Blob([bomb() as Uint8Array<ArrayBuffer>]))).rejects.toThrow("60,000 x 60,000 pixels");
  });
});
