import type { Said } from "../../i18n/message";
import { Refusal } from "./refusal";
import type { Token } from "./tokens";
import { type MathNode, partsOf } from "./tree";

/** Where the parts of a parsed text are. */
export class Spans {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** A refusal that points at the characters of `node`; at the whole text for a node that is not from it. */
  refusal(node: MathNode, said: Said): Refusal {
    const tokens = tokensOf(node);
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (!first || !last) return new Refusal(0, this.text.length, said);
    const [start, end] = this.balanced(first.at, last.at + last.text.length);
    return new Refusal(start, end - start, said);
  }

  /** The range, widened until every parenthesis in it has its partner in it. */
  private balanced(start: number, end: number): [number, number] {
    let [opened, unopened] = [0, 0];
    for (const character of this.text.slice(start, end)) {
      if (character === "(") opened++;
      if (character !== ")") continue;
      if (opened > 0) opened--;
      else unopened++;
    }
    let [from, to] = [start, end];
    for (; unopened > 0; unopened--) from = this.text.lastIndexOf("(", from - 1);
    for (; opened > 0; opened--) to = this.text.indexOf(")", to) + 1;
    return [from, to];
  }
}

/** Numbers and names of a node, in their order. */
function tokensOf(node: MathNode): Token[] {
  const own = node.kind !== "parentheses" && node.token ? [node.token] : [];
  return [...own, ...partsOf(node).flatMap(tokensOf)];
}
