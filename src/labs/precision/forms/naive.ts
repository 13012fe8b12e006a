import { anchorObjective } from "../../../objectives/define";
import type { AnchorObjective } from "../../../objectives/types";
import { exp, round, sum } from "./float32";
import { INFO_NCE } from "./infoNce";
import type { Form } from "./types";

/** InfoNCE as automatic differentiation of log(1 + sum_n e^{s_in - s_ip}) has it: no shift, no log-sum-exp. */
const objective = anchorObjective({
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

export const naive: Form = {
  label: "Naive",
  paletteIndex: 3,
  objective: objective as AnchorObjective,
  exact: INFO_NCE,
  float32({ positive, negatives }) {
    const terms = negatives.map((s) => exp(round(s - positive)));
    const total = round(sum(terms) + 1);
    const shares = terms.map((term) => round(term / total));
    return { value: round(Math.log(total)), positive: -sum(shares), negatives: shares };
  },
};
