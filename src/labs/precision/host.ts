import { isNegative, partnerOf, type Row } from "./batch";
import type { Form } from "./forms";

/**
 * The four forms in float32 on the CPU: the steps of `FORMS`, each rounded once and correctly by `Math.fround`, which no
 * GPU promises of its exp and log (WGSL lets exp(x) be off by 3 + 2|x| units in the last place).
 */

const round = Math.fround;
const exp = (x: number) => round(Math.exp(x));
const sum = (values: number[]) => values.reduce((total, x) => round(total + x), 0);

/** Logits of one anchor: of its positive and, at their places, of its negatives; -Infinity elsewhere. */
interface Logits {
  positive: number;
  negatives: number[];
}

const ROWS: Record<Form, (logits: Logits) => Row> = {
  crossEntropy({ positive, negatives }) {
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
  naive({ positive, negatives }) {
    const terms = negatives.map((s) => exp(round(s - positive)));
    const total = round(sum(terms) + 1);
    const shares = terms.map((term) => round(term / total));
    return { value: round(Math.log(total)), positive: -sum(shares), negatives: shares };
  },
  stable(logits) {
    const { logXi: v, weights } = softmaxOfContrasts(logits);
    const u = round(Math.max(v, 0) + round(Math.log1p(exp(-Math.abs(v)))));
    const scale = exp(round(v - u));
    return { value: u, positive: -scale, negatives: weights.map((w) => round(w * scale)) };
  },
  flatNce(logits) {
    return { value: 1, positive: -1, negatives: softmaxOfContrasts(logits).weights };
  },
};

function softmaxOfContrasts({ positive, negatives }: Logits): { logXi: number; weights: number[] } {
  const differences = negatives.map((s) => round(s - positive));
  const largest = Math.max(...differences);
  const terms = differences.map((d) => exp(round(d - largest)));
  const total = sum(terms);
  return { logXi: round(largest + round(Math.log(total))), weights: terms.map((term) => round(term / total)) };
}

/** A form's loss and gradient for one anchor of a batch. @param logits the anchor's row */
export function hostRow(form: Form, logits: Float32Array, anchor: number): Row {
  const negatives = Array.from(logits, (s, n) => (isNegative(anchor, n) ? s : Number.NEGATIVE_INFINITY));
  return ROWS[form]({ positive: logits[partnerOf(anchor)] as number, negatives });
}
