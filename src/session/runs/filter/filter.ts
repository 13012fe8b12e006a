import type { Said } from "../../../i18n/message";
import type { Ending } from "../../../storage/runs/pastRun";

/** A filter of the runs as data: all of its terms have to hold. */

export const OPERATORS = ["<=", ">=", "!=", "=", "<", ">"] as const;
export type Operator = (typeof OPERATORS)[number];

/** What a run can be: marked by somebody, or come to an end. */
export const STATES = ["starred", "pinned", "finished", "stopped", "interrupted"] as const satisfies readonly (
  | Ending
  | string
)[];
export type RunState = (typeof STATES)[number];

export type Condition =
  /** A setting by its path, or a metric, beside a value. */
  | { kind: "compare"; field: string; operator: Operator; value: string }
  | { kind: "tag" | "preset" | "words"; text: string }
  | { kind: "is"; state: RunState };

export type Term = Condition & {
  /** A minus stands before it. */
  negated: boolean;
};

export type Filter = readonly Term[];

/** What is wrong with a text that should be a filter, and where: `length` letters from `at` on. */
export interface FilterProblem {
  at: number;
  length: number;
  said: Said;
}

export type FilterResult = { ok: true; filter: Filter } | { ok: false; problem: FilterProblem };
