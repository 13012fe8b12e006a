import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

/** What the pages for developers say of the tree has to hold of the tree as it is. */

const ROOTS = ["src", "test", "docs", "scripts", "public"];
/** Made by commands; not in the tree. */
const MADE = ["dist/", "node_modules/"];

const inFolders = ROOTS.flatMap((root) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
);
const tree = [...readdirSync("."), ...inFolders];
const pages = tree.filter((path) => path.endsWith(".md"));

/** A path that stands in a page as code: `config/parse.ts`, `src/labs/<id>/`. */
const PATH = /`((?:[\w.*-]+|<\w+>)(?:\/(?:[\w.*-]+|<\w+>))*\/?)`/g;

/** Paths name what they mean from the root on, or from any folder on; as far as they do not leave a name open. */
function isInTree(path: string): boolean {
  const [known = ""] = path.split("<");
  const start = ROOTS.includes(path.split("/")[0] as string) ? "^" : "(^|/)";
  const end = known.endsWith("/") ? "" : "(/|$)";
  const pattern = new RegExp(start + known.replaceAll(".", "\\.").replaceAll("*", "[^/]+") + end);
  return tree.some((file) => pattern.test(file));
}

/** Blocks of code that begin with the name of a file, `// src/objectives/dcl.ts`: of examples, the file is not there. */
function quotesOf(text: string): { file: string; code: string }[] {
  return [...text.matchAll(/```tsx?\n\/\/ (\S+\.tsx?)\n([\s\S]*?)```/g)].map(([, file = "", code = ""]) => ({
    file,
    code,
  }));
}

describe.each(pages)("%s", (page) => {
  const text = readFileSync(page, "utf8");

  it("names no path that is not in the tree", () => {
    const named = [...text.matchAll(PATH)].map(([, path]) => path as string);
    const paths = named.filter((path) => /\/|\.tsx?$/.test(path) && !MADE.includes(path));
    expect(paths.filter((path) => !isInTree(path))).toEqual([]);
  });

  it("quotes files as they are", () => {
    const quotes = quotesOf(text).filter(({ file }) => existsSync(file) && !file.endsWith("index.ts"));
    expect(quotes.filter(({ file, code }) => !readFileSync(file, "utf8").includes(code.trim()))).toEqual([]);
  });

  it("links to nothing that is not in the tree", () => {
    const links = [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)[^)]*\)/g)].map(([, link]) => link as string);
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
  });
});

it("comments name no page or file that is not in the tree", () => {
  const named = inFolders
    .filter((file) => /\.(ts|tsx|css)$/.test(file))
    .flatMap((file) => [
      ...readFileSync(file, "utf8").matchAll(/\b(?:src|test|docs|scripts)\/[\w./-]+\.(?:md|tsx?)\b/g),
    ])
    .map(([path]) => path);
  expect([...new Set(named)].filter((path) => !isInTree(path))).toEqual([]);
});
