import { type Said, say } from "../../i18n/message";
import { texts } from "./errors";
import { Refusal } from "./refusal";

/**
 * The alphabet of phi: numbers, these names and these operators alone, each with its place in the text, so that a refusal can
 * point at it.
 */

export interface Token {
  /** `other`: a character that means nothing here. */
  kind: "number" | "name" | "operator" | "other";
  text: string;
  /** 0-based. */
  at: number;
}

const FUNCTIONS = ["exp", "log", "sqrt", "tanh", "sigmoid", "softplus"] as const;
const NAMES = ["v", "e", "pi"];
const ALLOWED = say(texts.allowed, { functions: FUNCTIONS.join(", ") });

export const MAX_LENGTH = 200;
/** The parser's own recursion is some seven frames per parenthesis. */
const MAX_PARENTHESES = 20;

/** One token; a point needs a digit after it. */
const TOKEN =
  /(?<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[\p{L}_$][\p{L}\p{N}_$]*)|(?<operator>[-+*/^()])/uy;

/** @throws Refusal at the first character, name or number that phi cannot have */
export function tokenize(text: string): Token[] {
  if (text.length > MAX_LENGTH) {
    const beyond = text.length - MAX_LENGTH;
    throw new Refusal(MAX_LENGTH, beyond, say(texts.tooLong, { length: text.length, most: MAX_LENGTH }));
  }
  const tokens = split(text);
  if (tokens.length === 0) throw new Refusal(0, text.length, texts.empty);
  tokens.forEach((token, index) => {
    checkToken(token, tokens[index + 1], tokens[index + 2]);
  });
  checkGaps(tokens);
  checkDepth(tokens);
  return tokens;
}

/**
 * Two operands with a space between them are not taken for a product: a link's + may have become one on its way.
 * @throws Refusal at the space
 */
function checkGaps(tokens: Token[]): void {
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const end = token.at + token.text.length;
    if (!next || next.at === end || !isOperandEnd(token) || !isOperandStart(next)) return;
    throw new Refusal(end, next.at - end, say(texts.noOperator, { first: token.text, second: next.text }));
  });
}

function isOperandEnd({ kind, text }: Token): boolean {
  return kind === "number" || NAMES.includes(text) || text === ")";
}

function isOperandStart({ kind, text }: Token): boolean {
  return kind === "number" || kind === "name" || text === "(";
}

function split(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === " ") {
      at++;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, at: number): Token {
  TOKEN.lastIndex = at;
  const groups = TOKEN.exec(text)?.groups;
  for (const kind of ["number", "name", "operator"] as const) {
    const found = groups?.[kind];
    if (found !== undefined) return { kind, text: found, at };
  }
  const character = String.fromCodePoint(text.codePointAt(at) as number);
  return { kind: "other", text: character, at };
}

function checkToken({ kind, text, at }: Token, next?: Token, afterNext?: Token): void {
  const refuse = (said: Said) => new Refusal(at, text.length, said);
  if (kind === "number" && !Number.isFinite(Math.fround(Number(text)))) {
    throw refuse(say(texts.tooLarge, { number: text }));
  }
  if (kind === "other") throw refuse(say(texts.noMeaning, { text: JSON.stringify(text), allowed: ALLOWED }));
  if (kind !== "name") return;
  const called = next?.text === "(";
  if ((FUNCTIONS as readonly string[]).includes(text)) {
    if (!called) throw refuse(say(texts.needsCall, { name: text }));
    if (afterNext?.text === ")") throw refuse(say(texts.needsArgument, { name: text }));
  } else if (!NAMES.includes(text)) {
    throw refuse(say(texts.unknown, { name: text, allowed: ALLOWED }));
  } else if (called) {
    throw refuse(say(texts.noFunction, { name: text }));
  }
}

function checkDepth(tokens: readonly Token[]): void {
  let depth = 0;
  for (const { text, at } of tokens) {
    if (text === "(") depth++;
    if (text === ")") depth--;
    if (depth > MAX_PARENTHESES) throw new Refusal(at, 1, say(texts.tooDeep, { most: MAX_PARENTHESES }));
  }
}
