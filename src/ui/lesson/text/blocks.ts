import { Marked, type MarkedToken, type Token, type TokenizerAndRendererExtension, type Tokens } from "marked";

/**
 * The task of a lesson, which anybody may have written: a small part of Markdown as a tree of our own. Marked only splits the text; no
 * HTML is ever made. What is not in the tree's kinds, HTML and pictures among it, stays as it was written.
 */

export type Inline =
  | { kind: "text" | "code" | "formula"; text: string }
  | { kind: "strong" | "emphasis"; content: Inline[] }
  | { kind: "link"; href: string; content: Inline[] }
  | { kind: "break" };

export type Block =
  | { kind: "paragraph" | "heading"; content: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "list"; ordered: boolean; start: number; items: Block[][] };

/** Deeper lists and emphases are text. */
const DEPTH = 4;

/** `$\log K$`, in one line. A dollar before a space or a digit is money. */
const FORMULA = /^\$(?=[^\s\d])([^$\n]{0,199}[^\s$])\$(?!\d)/;

const formula: TokenizerAndRendererExtension = {
  name: "formula",
  level: "inline",
  start: (source) => {
    const at = source.indexOf("$");
    return at < 0 ? undefined : at;
  },
  tokenizer: (source) => {
    const [raw, text] = FORMULA.exec(source) ?? [];
    return raw === undefined ? undefined : { type: "formula", raw, text };
  },
};

const reader = new Marked({ extensions: [formula] });

/** @param source of a bounded length (`LIMITS.task`) */
export function readTask(source: string): Block[] {
  return blocksOf(reader.lexer(source), 0);
}

function blocksOf(tokens: readonly Token[], depth: number): Block[] {
  return tokens.flatMap((token) => blockOf(token as MarkedToken, depth));
}

function blockOf(token: MarkedToken, depth: number): Block[] {
  switch (token.type) {
    case "space":
      return [];
    case "paragraph":
      return [{ kind: "paragraph", content: inlinesOf(token.tokens, 0) }];
    case "text":
      return [{ kind: "paragraph", content: token.tokens ? inlinesOf(token.tokens, 0) : [plain(token.text)] }];
    case "heading":
      return [{ kind: "heading", content: inlinesOf(token.tokens, 0) }];
    case "code":
      return [{ kind: "code", text: token.text }];
    case "list":
      return depth < DEPTH ? [listOf(token, depth)] : asWritten(token);
    default:
      return asWritten(token);
  }
}

function listOf({ ordered, start, items }: Tokens.List, depth: number): Block {
  const from = typeof start === "number" ? start : 1;
  return { kind: "list", ordered, start: from, items: items.map(({ tokens }) => blocksOf(tokens, depth + 1)) };
}

function asWritten({ raw }: Token): Block[] {
  const text = raw.trim();
  return text === "" ? [] : [{ kind: "paragraph", content: [plain(text)] }];
}

function inlinesOf(tokens: readonly Token[], depth: number): Inline[] {
  return tokens.map((token) => inlineOf(token as MarkedToken | Formula, depth));
}

type Formula = { type: "formula"; raw: string; text: string };

function inlineOf(token: MarkedToken | Formula, depth: number): Inline {
  if (depth >= DEPTH) return plain(token.raw);
  switch (token.type) {
    case "formula":
      return { kind: "formula", text: token.text };
    case "codespan":
      return { kind: "code", text: token.text };
    case "strong":
      return { kind: "strong", content: inlinesOf(token.tokens, depth + 1) };
    case "em":
      return { kind: "emphasis", content: inlinesOf(token.tokens, depth + 1) };
    case "link":
      return linkOf(token, depth);
    case "br":
      return { kind: "break" };
    case "escape":
      return plain(token.text);
    default:
      return plain(token.raw);
  }
}

/** A link to the web; any other is text. */
function linkOf({ href, raw, tokens }: Tokens.Link, depth: number): Inline {
  const address = webAddress(href);
  return address === null ? plain(raw) : { kind: "link", href: address, content: inlinesOf(tokens, depth + 1) };
}

/** An absolute address of the web, as a browser understands it; null for any other. */
export function webAddress(href: string): string | null {
  const url = URL.canParse(href) ? new URL(href) : null;
  const isPlain =
    url !== null && ["http:", "https:"].includes(url.protocol) && url.username === "" && url.password === "";
  return isPlain ? url.href : null;
}

function plain(text: string): Inline {
  return { kind: "text", text };
}
