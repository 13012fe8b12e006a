import type { RowsTexts } from "../../../session/settings/fieldTexts";
import type { LabField } from "../../../ui/labs/LabControls";

/** The settings of the precision lab. */
export const PRECISION_FIELDS = [
  {
    path: "measure",
    label: "Error of",
    tooltip:
      "Which result of the loss is checked for rounding. The gradient on the positive's logit, the gradient that reaches the anchor's embedding, or the value of the loss (FlatNCE's is always 1).",
    options: { positive: "positive", anchor: "anchor", value: "loss" },
    control: "choice",
  },
  {
    path: "xiFrom",
    label: "Smallest \u03be",
    tooltip:
      "How well solved the best anchors are. \u03be is the sum of e to the power of negative minus positive logit: small for a solved anchor.",
    control: "stops",
    span: [1e-14, 1e-2],
    formula: String.raw`\xi_i = \sum_{n} e^{s_{in} - s_{ip}}`,
  },
  {
    path: "xiTo",
    label: "Largest \u03be",
    tooltip: "How confused the worst anchors are. Above 1 the negatives win.",
    control: "stops",
    span: [1e-1, 100],
  },
  {
    path: "stepsPerDecade",
    label: "Points per decade",
    tooltip:
      "How densely the curves are measured. In points of \u03be per power of ten; each is a median over 32 anchors.",
    control: "slider",
    step: 1,
    span: [1, 10],
  },
  { path: "seed", label: "Seed", tooltip: "Draws the negatives' logits.", control: "number" },
] as const satisfies readonly LabField<"precision">[];

declare module "../../../session/settings/fieldTexts" {
  interface FieldTexts extends RowsTexts<(typeof PRECISION_FIELDS)[number], "precision."> {}
}
