import { OBJECTIVES } from "../../../objectives";
import type { AnchorObjective } from "../../../objectives/types";
import { exp, round, sum } from "./float32";
import { INFO_NCE } from "./infoNce";
import type { Form } from "./types";

/** Softmax cross-entropy: the positive's gradient is the difference of two numbers near 1. */
export const crossEntropy: Form = {
  label: "Cross-entropy",
  paletteIndex: 2,
  objective: OBJECTIVES.infoNceCe as AnchorObjective,
  exact: INFO_NCE,
  float32({ positive, negatives }) {
    const largest = Math.max(positive, ...negatives);
    const argument = round(positive - largest);
    const terms = negatives.map((s) => exp(round(s - largest)));
    const total = round(sum(terms) + exp(argument));
    return {
      value: round(round(Math.log(total)) - argument),
      positive: round(round(exp(argument) / total) - 1),
      negatives: terms.map((term) => round(term / total)),
    };
  },
};
