import type { AnchorObjective } from "../../../objectives/types";
import type { Row } from "../batch";

/** Logits of one anchor: of its positive and, at their places, of its negatives; -Infinity elsewhere. */
export interface Logits {
  positive: number;
  negatives: number[];
}

/** One way to write the loss: the same on paper, not in a computer's numbers. */
export interface Form {
  label: string;
  /** Place of its line in the palette: the stable form and FlatNCE look as they do in the Race. */
  paletteIndex: number;
  /** The steps that a device is measured by. */
  objective: AnchorObjective;
  /**
   * The same steps in float32 on the CPU, each rounded once and correctly by `Math.fround`, which no GPU promises of its
   * exp and log (WGSL lets exp(x) be off by 3 + 2|x| units in the last place).
   */
  float32(logits: Logits): Row;
  /** What it comes to without rounding. */
  exact: Exact;
}

/** A loss as a function of xi, in float64. */
export interface Exact {
  /** Of the loss; NaN for one that says nothing. */
  value(xi: number): number;
  /** What the exponentials e^{s_in - s_ip} are divided by in the gradient. */
  divisor(xi: number): number;
}
