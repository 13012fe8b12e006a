import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, type Inline, readTask, webAddress } from "../../../src/ui/lesson/text/blocks";

const inline = (source: string) => {
  const [first] = readTask(source);
  return first && "content" in first ? first.content : [];
};

function linksIn(parts: readonly (Block | Inline)[]): string[] {
  return parts.flatMap((part) => [
    ...(part.kind === "link" ? [part.href] : []),
    ...("content" in part ? linksIn(part.content) : []),
    ...(part.kind === "list" ? part.items.flatMap(linksIn) : []),
  ]);
}

describe("the task of a lesson", () => {
  it("has paragraphs, emphasis, code, lists, links and formulas", () => {
    expect(inline("a **b** *c* `d<e`")).toEqual([
      { kind: "text", text: "a " },
      { kind: "strong", content: [{ kind: "text", text: "b" }] },
      { kind: "text", text: " " },
      { kind: "emphasis", content: [{ kind: "text", text: "c" }] },
      { kind: "text", text: " " },
      { kind: "code", text: "d<e" },
    ]);
    expect(readTask("1. one\n2. two")).toMatchObject([{ kind: "list", ordered: true, start: 1, items: [{}, {}] }]);
    expect(readTask("a\n\nb").map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
    expect(readTask("```\nx < y\n```")).toEqual([{ kind: "code", text: "x < y" }]);
    expect(linksIn(readTask("[p](https://example.org/a) and <https://example.org/b>"))).toEqual([
      "https://example.org/a",
      "https://example.org/b",
    ]);
  });

  it("takes what stands between dollars as a formula, underscores and all, and money as money", () => {
    expect(inline("so $f_a = \\xi_{i} * 2$ is")).toEqual([
      { kind: "text", text: "so " },
      { kind: "formula", text: "f_a = \\xi_{i} * 2" },
      { kind: "text", text: " is" },
    ]);
    expect(inline("$5 and $6").every(({ kind }) => kind === "text")).toBe(true);
  });

  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a <b onclick=x>b</b>",
    "![p](https://example.org/p.png)",
    "> quoted",
    "<!-- gone -->",
    "| a | b |\n| - | - |\n| 1 | 2 |",
  ])("shows %s as it is written", (source) => {
    const text = readTask(source).flatMap((block) => ("content" in block ? block.content : []));
    expect(text.map((part) => ("text" in part ? part.text : part.kind)).join("")).toBe(source);
  });

  it("links to nothing but the web", () => {
    const bad = [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "file:///a",
      "//example.org",
      "/a",
      "#a",
      "https://user:p@example.org",
    ];
    for (const href of bad) {
      expect(webAddress(href), href).toBeNull();
      expect(linksIn(readTask(`[a](${href}) [b](<${href}>) [c]\n\n[c]: ${href}`)), href).toEqual([]);
    }
    expect(
      linksIn(readTask("[a](java\\\nscript:alert(1)) [b](&#106;avascript:alert(1)) <javascript:alert(1)>")),
    ).toEqual([]);
  });

  it("is a tree of its own kinds whatever is written, and every link goes to the web", () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        "[",
        "](",
        ")",
        "<",
        ">",
        "javascript:",
        "https://",
        "*",
        "**",
        "`",
        "$",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "> ",
        "![",
        "&lt;",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const href of linksIn(readTask(pieces.join("")))) expect(href).toMatch(/^https?:\/\//);
      }),
    );
  });

  it("is read in a moment however deep it goes", () => {
    for (const piece of ["*", "[", "- ", "> ", "**a ", "`", "$x", "1. "]) {
      const source = piece.repeat(1500).slice(0, 1500);
      expect(() => readTask(source), piece).not.toThrow();
    }
    const depths = (blocks: readonly Block[]): number =>
      Math.max(0, ...blocks.map((block) => (block.kind === "list" ? 1 + Math.max(...block.items.map(depths)) : 0)));
    const nested = Array.from({ length: 30 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n");
    expect(depths(readTask(nested))).toBeLessThanOrEqual(4);
  });
});
