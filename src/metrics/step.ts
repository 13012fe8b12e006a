import type { Tensor } from "@tensorflow/tfjs";
import type { Contrasts } from "../objectives/types";
import type { Diagnostic } from "./types";
import type { DiagnosticWgsl } from "./wgsl";

/** What is at hand in a training step. Any number of leading axes, the same in all tensors. */
export interface StepInput {
  /** u, the normalised embeddings: [..., N, D]. */
  unit: Tensor;
  /** A number, or a tensor that broadcasts against [..., N, N]. */
  temperature: Tensor | number;
  contrasts: Contrasts;
  /** The objective's own value per anchor: [..., N, 1]. */
  value: Tensor;
}

/** A diagnostic that is measured with every training step. */
export interface StepDiagnostic extends Diagnostic {
  cadence: "step";
  /**
   * Whether a value that is no finite number shows that a learner has diverged. The objective alone may not show it:
   * FlatNCE's value is a comparison of log xi with itself, in which a GPU need not notice NaN.
   */
  showsDivergence?: true;
  /** One number per batch: the leading axes of the input. */
  measure(input: StepInput): Tensor;
  /** The same as WGSL, for the fused head; without it, the metric alone is measured by `measure` beside the head. */
  wgsl?: DiagnosticWgsl;
}

/** Mean over the anchors of x [..., N, 1]: [...]. */
export function anchorMean(x: Tensor): Tensor {
  return x.mean([x.rank - 2, x.rank - 1]);
}

/** `anchorMean` as WGSL, of an expression of the anchor `a`. */
export function anchorMeanWgsl(expression: string): DiagnosticWgsl {
  return /* wgsl */ `
    var sum = 0.0;
    for (var i = lane; i < VIEWS; i += LANES) {
      let a = anchor_at(learner, i);
      sum += ${expression};
    }
    return lane_sum(lane, sum) / f32(VIEWS);`;
}

/** First and second views of x [..., N, D]: two tensors [..., B, D]. */
export function splitViews(x: Tensor): [Tensor, Tensor] {
  const [first, second] = x.split(2, x.rank - 2);
  if (!first || !second) throw new Error("A batch holds two views of every sample.");
  return [first, second];
}
