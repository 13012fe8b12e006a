import { type Said, say } from "../../i18n/message";
import { texts } from "./errors";
import { Refusal } from "./refusal";
import type { Token } from "./tokens";
import type { MathNode, Operation } from "./tree";

/**
 * From tokens to a tree, by recursive descent; a library's parser with its derivative took 47 kB of what the page loads at first.
 * The precedence is that of mathjs, which read the formulas of older links: a product without a sign binds more strongly than a
 * division (`1/2v` is (1/2)v all the same, `v/2v` is v/(2v)), and a power more strongly than a sign.
 */

const SUMS: Readonly<Record<string, string>> = { "+": "add", "-": "subtract" };
const PRODUCTS: Readonly<Record<string, string>> = { "*": "multiply", "/": "divide" };
const SIGNS: Readonly<Record<string, string>> = { "+": "unaryPlus", "-": "unaryMinus" };

/**
 * @param text in which the tokens stand
 * @throws Refusal at the first token that cannot stand where it does
 */
export function parseTokens(tokens: readonly Token[], text: string): MathNode {
  return new Parser(tokens, text.length).all();
}

class Parser {
  private readonly tokens: readonly Token[];
  private readonly end: number;
  private place = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.tokens = tokens;
    this.end = end;
  }

  all(): MathNode {
    const tree = this.sum();
    const token = this.ahead();
    if (!token) return tree;
    const { unexpected, misplaced } = texts;
    throw this.refusal(say(token.kind === "operator" ? unexpected : misplaced, { text: token.text }));
  }

  private sum(): MathNode {
    return this.chain(SUMS, () => this.product());
  }

  private product(): MathNode {
    return this.chain(PRODUCTS, () => this.implicitProduct());
  }

  /** Operations of one rank, from left to right. */
  private chain(names: Readonly<Record<string, string>>, part: () => MathNode): MathNode {
    let node = part();
    for (let name = this.nameAhead(names); name; name = this.nameAhead(names)) {
      this.place++;
      node = operation(name, [node, part()]);
    }
    return node;
  }

  private implicitProduct(): MathNode {
    let node = this.fraction();
    for (let last = node; this.multiplies(last); ) {
      last = this.fraction();
      node = operation("multiply", [node, last], "implicit");
    }
    return node;
  }

  /** Whether another factor follows this one without a sign between them. */
  private multiplies(last: MathNode): boolean {
    const token = this.ahead();
    if (token?.kind === "number") return last.kind === "symbol" || last.kind === "parentheses" || isCall(last);
    return token?.kind === "name" || token?.text === "(";
  }

  /** `1/2` before a factor without a sign is a number. */
  private fraction(): MathNode {
    let node = this.signed();
    for (let last = node; isNumber(last) && this.divides(); ) {
      this.place++;
      last = this.signed();
      node = operation("divide", [node, last]);
    }
    return node;
  }

  private divides(): boolean {
    const [sign, below, factor] = [this.ahead(), this.ahead(1), this.ahead(2)];
    return sign?.text === "/" && below?.kind === "number" && (factor?.kind === "name" || factor?.text === "(");
  }

  private signed(): MathNode {
    const name = this.nameAhead(SIGNS);
    if (!name) return this.power();
    this.place++;
    return operation(name, [this.signed()]);
  }

  private power(): MathNode {
    const base = this.value();
    if (this.ahead()?.text !== "^") return base;
    this.place++;
    return operation("pow", [base, this.signed()]);
  }

  private value(): MathNode {
    const token = this.ahead();
    if (token?.kind !== "number" && token?.kind !== "name" && token?.text !== "(")
      throw this.refusal(token ? texts.noValue : texts.ended);
    this.place++;
    if (token.kind === "number") return { kind: "number", value: Number(token.text), token };
    if (token.text === "(") return { kind: "parentheses", content: this.enclosed() };
    if (this.ahead()?.text !== "(") return { kind: "symbol", name: token.text, token };
    this.place++;
    return { kind: "operation", name: token.text, args: [this.enclosed()], form: "call", token };
  }

  /** Up to the parenthesis that closes. */
  private enclosed(): MathNode {
    const content = this.sum();
    if (this.ahead()?.text !== ")") throw this.refusal(texts.unclosed);
    this.place++;
    return content;
  }

  private ahead(by = 0): Token | undefined {
    return this.tokens[this.place + by];
  }

  private nameAhead(names: Readonly<Record<string, string>>): string | undefined {
    const token = this.ahead();
    return token?.kind === "operator" ? names[token.text] : undefined;
  }

  private refusal(said: Said): Refusal {
    const at = this.ahead()?.at ?? this.end;
    return new Refusal(at, Math.min(1, this.end - at), said);
  }
}

function operation(name: string, args: MathNode[], form: Operation["form"] = "operator"): MathNode {
  return { kind: "operation", name, args, form };
}

function isCall(node: MathNode): boolean {
  return node.kind === "operation" && node.form === "call";
}

/** A number, with a sign or without. */
function isNumber(node: MathNode): boolean {
  if (node.kind !== "operation") return node.kind === "number";
  return node.name in { unaryPlus: 0, unaryMinus: 0 } && node.args[0]?.kind === "number";
}
