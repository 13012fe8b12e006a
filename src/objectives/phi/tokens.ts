import { Refusal } from "./refusal";

/**
 * The alphabet of phi. It is checked before the parser sees the text: with numbers, these names and these operators alone,
 * the parser's language has no assignments, strings, arrays, units or properties left. mathjs's nodes carry no positions
 * either; its tokens do.
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
const ALLOWED = `Allowed are numbers, v, e, pi, + - * / ^, parentheses, and the functions ${FUNCTIONS.join(", ")}.`;

export const MAX_LENGTH = 200;
/** The parser's own recursion is some twenty frames per parenthesis. */
const MAX_PARENTHESES = 20;

/** One token; a point needs a digit after it, since mathjs reads `2.*v` as an operation on arrays. */
const TOKEN =
  /(?<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[\p{L}_$][\p{L}\p{N}_$]*)|(?<operator>[-+*/^()])/uy;

/** @throws Refusal at the first character, name or number that phi cannot have */
export function tokenize(text: string): Token[] {
  if (text.length > MAX_LENGTH) {
    const beyond = text.length - MAX_LENGTH;
    throw new Refusal(MAX_LENGTH, beyond, `This has ${text.length} characters; at most ${MAX_LENGTH} are allowed.`);
  }
  const tokens = split(text);
  if (tokens.length === 0) throw new Refusal(0, text.length, "Write a function of v, for example log(1 + exp(v)).");
  tokens.forEach((token, index) => {
    checkToken(token, tokens[index + 1], tokens[index + 2]);
  });
  checkDepth(tokens);
  return tokens;
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
  const refuse = (message: string) => new Refusal(at, text.length, message);
  if (kind === "number" && !Number.isFinite(Math.fround(Number(text)))) {
    throw refuse(`${text} is larger than float32 can hold, which is 3.4e38.`);
  }
  if (kind === "other") throw refuse(`${JSON.stringify(text)} has no meaning here. ${ALLOWED}`);
  if (kind !== "name") return;
  const called = next?.text === "(";
  if ((FUNCTIONS as readonly string[]).includes(text)) {
    if (!called) throw refuse(`${text} is a function: write its argument in parentheses, for example ${text}(v).`);
    if (afterNext?.text === ")") throw refuse(`${text} needs an argument, for example ${text}(v).`);
  } else if (!NAMES.includes(text)) {
    throw refuse(`${text} is not known. ${ALLOWED}`);
  } else if (called) {
    throw refuse(`${text} is not a function. For a product write ${text} * ( ... ).`);
  }
}

function checkDepth(tokens: readonly Token[]): void {
  let depth = 0;
  for (const { text, at } of tokens) {
    if (text === "(") depth++;
    if (text === ")") depth--;
    if (depth > MAX_PARENTHESES)
      throw new Refusal(at, 1, `More than ${MAX_PARENTHESES} parentheses inside each other.`);
  }
}
