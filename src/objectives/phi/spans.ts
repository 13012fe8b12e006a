import type { Said } from "../../i18n/message";
import type { MathNode } from "./math";
import { Refusal } from "./refusal";
import type { Token } from "./tokens";

/**
 * Where the parts of a parsed text are. In this language operators stand between their operands and a function's name
 * before its argument, so the leaves of the tree, from left to right, are the text's numbers and names in their order.
 */
export class Spans {
  private readonly starts = new Map<MathNode, Token>();

  private readonly text: string;

  /** @param root the tree that was parsed from `text`, which consists of `tokens` */
  constructor(text: string, tokens: readonly Token[], root: MathNode) {
    this.text = text;
    const leaves = tokens.filter(({ kind }) => kind !== "operator").values();
    root.traverse((node) => {
      if (!isLeaf(node)) return;
      const token = leaves.next().value;
      if (token) this.starts.set(node, token);
    });
  }

  /** A refusal that points at the characters of `node`; at the whole text for a node that is not from it. */
  refusal(node: MathNode, said: Said): Refusal {
    const tokens = node.filter(isLeaf).flatMap((leaf) => this.starts.get(leaf) ?? []);
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

function isLeaf(node: MathNode): boolean {
  return node.type === "ConstantNode" || node.type === "SymbolNode";
}
