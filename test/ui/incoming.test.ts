import { describe, expect, it } from "vitest";
import { MOST_FILES, picked } from "../../src/data/readers/pickedFiles";
import { addressIn, incoming } from "../../src/ui/data/sources/incoming";
import { file } from "../data/readers/idxFiles";
import { refusal } from "../data/refusal";

/** A folder by the names of what is in it; null stands for a file, a number for so many of them. */
interface Folder {
  [name: string]: Folder | null | number;
}

const ANY = file("any", new Uint8Array(1));

/** Entries as a browser hands them over, a few at a time. */
function entry(name: string, content: Folder[string], above = ""): FileSystemEntry {
  const fullPath = `${above}/${name}`;
  const common = { name, fullPath, isFile: content === null, isDirectory: content !== null };
  if (content === null) return { ...common, file: (done: FileCallback) => done(ANY) } as never;
  const left =
    typeof content === "number"
      ? Array.from({ length: content }, (_, i) => entry(String(i), null, fullPath))
      : Object.entries(content).map(([child, inside]) => entry(child, inside, fullPath));
  const size = typeof content === "number" ? 1000 : 3;
  const readEntries = (done: FileSystemEntriesCallback) => done(left.splice(0, size));
  return { ...common, createReader: () => ({ readEntries }) } as never;
}

/** What is dropped: entries, which lie beside their files. */
function dropped(entries: FileSystemEntry[]): DataTransfer {
  const items = entries.map((one) => ({ webkitGetAsEntry: () => one }));
  return { types: ["Files"], items, files: entries.map(({ name }) => file(name, new Uint8Array(1))) } as never;
}

function text(type: string, content: string): DataTransfer {
  return { types: [type], getData: (asked: string) => (asked === type ? content : "") } as never;
}

describe("what is dropped or pasted", () => {
  it("are the files of folders with their paths, but for hidden ones", async () => {
    const set = { ant: { "1.png": null, "2.png": null, ".DS_Store": null }, bee: { deep: { "3.png": null } } };
    const flowers = entry("flowers", { ...set, a: null, b: null, c: null, ".git": { HEAD: null }, __MACOSX: set });
    const brought = await incoming(dropped([flowers, entry("labels.csv", null)]));
    const paths = brought && "files" in brought ? brought.files.map(({ path }) => path) : [];
    expect(paths.toSorted()).toEqual([
      "flowers/a",
      "flowers/ant/1.png",
      "flowers/ant/2.png",
      "flowers/b",
      "flowers/bee/deep/3.png",
      "flowers/c",
      "labels.csv",
    ]);
  });

  it("are files as they are where there is no folder", async () => {
    expect(await incoming(dropped([entry(".hidden.csv", null)]))).toMatchObject({ files: [{ path: ".hidden.csv" }] });
    const inFolder = file("1.png", new Uint8Array(1));
    Object.defineProperty(inFolder, "webkitRelativePath", { value: "set/ant/1.png" });
    expect(picked([inFolder])).toEqual([{ file: inFolder, path: "set/ant/1.png" }]);
  });

  it("are refused where they cannot be read, and where they are too many", async () => {
    const locked = entry("locked", {}) as FileSystemDirectoryEntry;
    locked.createReader = () => ({ readEntries: (_, failed) => failed?.(new DOMException("no permission")) });
    const readLocked = incoming(dropped([entry("set", {}), locked]));
    expect(await refusal(readLocked!)).toBe("locked could not be read (no permission).");
    expect(await refusal(incoming(dropped([entry("many", MOST_FILES + 1)]))!)).toMatch(/More than 200000 files/);
  });

  it("is an address, if it is one and no more", async () => {
    expect(await incoming(text("text/uri-list", "# from a page\r\nhttps://a.org/x.npz\r\n"))).toEqual({
      address: "https://a.org/x.npz",
    });
    expect(await incoming(text("text/plain", " http://localhost:8000/a.csv\n"))).toHaveProperty("address");
    expect(incoming(text("text/plain", "see https://a.org/x"))).toBeNull();
    const others = ["", "a.org", "ftp://a.org/x", "https://a.org/x https://a.org/y", "https://a.org\nhttps://b.org"];
    expect(others.map(addressIn)).toEqual(others.map(() => null));
  });
});
