import { OBJECTIVES } from "../../objectives";
import { anchorObjective } from "../../objectives/define";
import type { AnchorObjective } from "../../objectives/types";

/** InfoNCE as automatic differentiation of log(1 + sum_n e^{s_in - s_ip}) has it: no shift, no log-sum-exp. */
const naive = anchorObjective({
  id: "infoNceNaive",
  label: "InfoNCE (naive)",
  formula: String.raw`\log\Bigl(1 + \sum_{n \in N(i)} e^{s_{in} - s_{ip}}\Bigr)`,
  summary: "The sum of exponentials as it is written, differentiated term by term.",
  source: "The definition, taken literally",
  rows: ({ positive, negatives, round }) => {
    const terms = round(round(negatives.sub(positive)).exp());
    const total = round(round(terms.sum(-1, true)).add(1));
    const shares = round(terms.div(total));
    return { value: total.log(), positive: shares.sum(-1, true).neg(), negatives: shares };
  },
});

/** The four ways to write the loss whose rounding is compared. */
export const FORMS = {
  crossEntropy: OBJECTIVES.infoNceCe as AnchorObjective,
  naive: naive as AnchorObjective,
  stable: OBJECTIVES.infoNce as AnchorObjective,
  flatNce: OBJECTIVES.flatNce as AnchorObjective,
};

export type Form = keyof typeof FORMS;
export const FORM_IDS = Object.keys(FORMS) as Form[];
