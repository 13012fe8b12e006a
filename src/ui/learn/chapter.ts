import type { ComponentType } from "react";
import { parseConfig } from "../../config/parse";
import { merge } from "../../config/paths";
import type { ExperimentConfig, ExperimentInput } from "../../config/schema";
import type { Messages } from "../../i18n/message";
import type { MetricId } from "../../metrics";
import type { ChapterId } from "../../session/learn/chapters";
import type { Check } from "./experiment/check";

/** A chapter as data: what is said, one formula, what of the picture its symbols name, one experiment, and a question about it. */

/** The words of a chapter; ids are those of its parts. */
type ChapterTable = {
  readonly title: string;
  /** A paragraph each. */
  readonly says: readonly string[];
  /** Of a symbol: its name, and what it means, in words alone. */
  readonly symbols: { readonly [symbol: string]: { readonly name: string; readonly means: string } };
  readonly controls: {
    readonly [control: string]: { readonly label: string; readonly values: { readonly [value: string]: string } };
  };
  /** Titles of the figures, by their ids. */
  readonly pictures: { readonly [picture: string]: string };
  readonly question: string;
  readonly choices: { readonly [choice: string]: string };
  /** What to make of each outcome, that the measurement cannot tell among them. */
  readonly outcomes: { readonly undecided: string; readonly [choice: string]: string };
  /** What would show that the chapter is wrong. */
  readonly falsified: string;
  /** Questions that readers come with. */
  readonly doubts: { readonly [doubt: string]: { readonly asks: string; readonly answer: string } };
};

/** A setting of the experiment that the reader may choose, the first value unless another is chosen. */
export interface Control {
  id: string;
  /** The symbol that it sets, if the formula has it. */
  symbol?: string;
  values: readonly { id: string; patch: ExperimentInput }[];
}

/** A card beside the text; `symbols` are those that it shows. */
export type ChapterView = { symbols: readonly string[] } & (
  | { kind: "chart"; metric: MetricId }
  /** A figure of the chapter's run, which it reads as every view does. */
  | { kind: "live"; id: string; Figure: ComponentType }
  /** A figure that needs no run. */
  | { kind: "figure"; id: string; Figure: ComponentType }
);

export interface Chapter {
  id: ChapterId;
  texts: Messages<ChapterTable>;
  /** TeX, in which `\sym{id}{...}` stands around what a symbol names. */
  formula: string;
  symbols: readonly { id: string; tex: string }[];
  views: readonly ChapterView[];
  experiment: ExperimentInput;
  controls: readonly Control[];
  check: Check;
}

/** The chosen value of each control, by the controls' ids. */
export type Values = Readonly<Record<string, string>>;

/** The first value of each control. */
export function firstValues({ controls }: Pick<Chapter, "controls">): Values {
  return Object.fromEntries(controls.map(({ id, values }) => [id, values[0]?.id ?? ""]));
}

/**
 * The experiment of a chapter with the reader's values.
 * @throws Error where the chapter is none, which its test would have found
 */
export function experimentOf({ id, experiment, controls }: Chapter, values: Values): ExperimentConfig {
  const patches = controls.map(
    (control) => control.values.find((value) => value.id === values[control.id])?.patch ?? {},
  );
  const result = parseConfig(patches.reduce<ExperimentInput>((input, patch) => merge(input, patch), experiment));
  if (!result.ok) throw new Error(`Chapter ${id}: ${JSON.stringify(result.errors)}`);
  return result.config;
}
