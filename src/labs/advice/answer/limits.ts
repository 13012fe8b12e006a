import { type Said, say } from "../../../i18n/message";
import { largestOfData, SETTINGS } from "../recipe";
import type { Measured } from "./sentences";
import { texts } from "./texts";
import { factor } from "./words";

/** What the answer does not say, as rules like those of the answer. */

type Rule = (facts: Measured) => Said | null;

const RULES: readonly Rule[] = [
  batch,
  growth,
  ({ scope }) => scope && say(texts.limits.network, { steps: scope.steps, samples: scope.trainSamples }),
  ({ scope }) => scope && say(texts.limits.seeds, { samples: scope.testSamples }),
  ({ scope }) => scope && say(texts.limits.choice, { settings: SETTINGS.length, seeds: scope.choiceSeeds }),
  ({ scope, report }) => {
    const lost = (scope?.seeds ?? 0) - report.main.n;
    return lost > 0 ? say(texts.limits.lost, { lost }) : null;
  },
];

/** The limits of an answer, sentence by sentence. */
export function limitsOf(facts: Measured): Said[] {
  return RULES.map((rule) => rule(facts)).filter((said) => said !== null);
}

function batch({ scope }: Measured): Said | null {
  if (!scope) return null;
  const { tested, wanted } = scope.batch;
  if (tested >= wanted) return say(texts.limits.batch, { tested });
  const isOfData = tested === largestOfData(scope.trainSamples);
  return say(isOfData ? texts.limits.ofData : texts.limits.largest, { tested, wanted });
}

/** xi is a sum over the 2B - 2 negatives, and f = xi / (1 + xi). */
function growth({ scope, report: { f } }: Measured): Said | null {
  if (!scope || f === null || scope.batch.tested >= scope.batch.wanted) return null;
  const times = (scope.batch.wanted - 1) / (scope.batch.tested - 1);
  // xi / (1 + xi) of so many times f / (1 - f), without its division by 0 where f is 1.
  return say(texts.limits.growth, { f: factor((times * f) / (times * f + 1 - f)) });
}
