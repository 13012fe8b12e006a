import type { Condition, Filter } from "../../src/session/runs/filter/filter";

/** A filter as it would be typed. */
export function formatFilter(filter: Filter): string {
  return filter.map((term) => (term.negated ? "-" : "") + formatCondition(term)).join(" ");
}

function formatCondition(condition: Condition): string {
  switch (condition.kind) {
    case "compare":
      return `${condition.field} ${condition.operator} ${quoted(condition.value)}`;
    case "is":
      return `is:${condition.state}`;
    case "words":
      return `"${condition.text}"`;
    default:
      return `${condition.kind}:${quoted(condition.text)}`;
  }
}

function quoted(text: string): string {
  return /^[^\s"]+$/.test(text) ? text : `"${text}"`;
}
