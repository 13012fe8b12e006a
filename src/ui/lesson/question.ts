import { armLooks } from "../../config/arms";
import type { ExperimentConfig } from "../../config/schema";
import { currentLocale } from "../../i18n/locale";
import { translateAll } from "../../i18n/translate";
import { metricOf } from "../../metrics";
import { metricTexts } from "../../metrics/metricTexts";
import type { Question } from "../../session/lesson/lesson";
import type { Check } from "../learn/experiment/check";
import { texts } from "./texts";

/** The question of a lesson: what is measured for it, and its words. */

const BELOW = [Number.NEGATIVE_INFINITY, 0] as const;
const ABOVE = [0, Number.POSITIVE_INFINITY] as const;

/** How its answer is found: a difference is that of the second arm minus the first. */
export function checkOf(question: Question): Check {
  const same = { id: "same", range: null };
  if (question.kind === "between")
    return { quantity: question, choices: [{ id: "first", range: BELOW }, { id: "second", range: ABOVE }, same] };
  return { quantity: question, choices: [{ id: "rises", range: ABOVE }, { id: "falls", range: BELOW }, same] };
}

export interface QuestionWords {
  asks: string;
  choices: Readonly<Record<string, string>>;
  /** What each outcome is, that the seeds cannot tell among them. */
  outcomes: Readonly<Record<string, string>>;
}

/** @param own the teacher's words for the question; empty: those of the page */
export function questionWords(question: Question, own: string, config: ExperimentConfig): QuestionWords {
  const t = translateAll(texts);
  const labels = armLooks(config, false, currentLocale()).map(({ label }) => label);
  const labelOf = (arm: number) => labels[arm] ?? "";
  const metric = metricTexts(metricOf(question.metric)).label;
  if (question.kind === "growth") {
    const { rises, falls, same } = t.choices;
    return {
      asks: own || t.ask.growth({ metric, arm: labelOf(question.arm) }),
      choices: { rises, falls, same },
      outcomes: { rises: t.outcomes.rises, falls: t.outcomes.falls, same: t.outcomes.same },
    };
  }
  const [first, second] = [{ arm: labelOf(question.a) }, { arm: labelOf(question.b) }];
  return {
    asks: own || t.ask.between({ metric }),
    choices: { first: first.arm, second: second.arm, same: t.choices.same },
    outcomes: { first: t.outcomes.higher(first), second: t.outcomes.higher(second), same: t.outcomes.same },
  };
}
