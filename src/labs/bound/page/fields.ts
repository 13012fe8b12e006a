import type { RowsTexts } from "../../../session/settings/fieldTexts";
import type { LabField } from "../../../ui/labs/LabControls";
import { wordsOf } from "../../names";
import { CRITICS } from "../critics";
import { CRITIC_OBJECTIVES } from "../objectives";
import { STATISTICS } from "../texts";

type Visible = NonNullable<LabField<"bound">["visible"]>;

const isTrained: Visible = ({ critic }) => CRITICS[critic].learned !== null;
const isOracle: Visible = (config) => !isTrained(config);
const isBounded: Visible = (config) => isTrained(config) && config.bounded;

/** The settings of the bound lab. */
export const BOUND_FIELDS = [
  {
    path: "critic",
    label: "Critic",
    tooltip:
      "What scores how well two vectors match: the best judge that there can be, or a network that learns to be one. The best is the true log density ratio; a network takes both vectors at once on all K\u00b2 pairs, or multiplies two embeddings.",
    options: wordsOf(CRITICS, "label"),
    control: "choice",
  },
  {
    path: "objective",
    label: "Trained by",
    tooltip: "The loss of the critic. JSD trains a log ratio, which NWJ's estimate then reads; FLO trains u as well.",
    options: wordsOf(CRITIC_OBJECTIVES, "label"),
    control: "choice",
    visible: isTrained,
  },
  {
    path: "bounded",
    label: "Bounded scores",
    tooltip:
      "Keeps the critic's scores within a range. They stay within \u00b11/\u03c4: cosines (separable), or a tanh (joint).",
    control: "switch",
    visible: isTrained,
  },
  {
    path: "temperature",
    label: "Temperature \u03c4",
    tooltip: "Sets the bound of the scores.",
    control: "stops",
    visible: isBounded,
  },
  {
    path: "statistic",
    label: "Table shows",
    tooltip: "What of the estimates the table shows. Mean squared error is bias\u00b2 + deviation\u00b2.",
    options: STATISTICS,
    control: "choice",
  },
  {
    path: "miFrom",
    label: "Smallest MI",
    tooltip: "Mutual information in nats.",
    control: "slider",
    step: 0.5,
    span: [0.5, 12],
  },
  {
    path: "miTo",
    label: "Largest MI",
    tooltip: "Mutual information in nats; the staircase ends there.",
    control: "slider",
    step: 0.5,
    span: [0.5, 12],
  },
  {
    path: "levels",
    label: "Levels",
    tooltip:
      "Values of the mutual information from the smallest to the largest: a chart each, or a step of the staircase each.",
    control: "slider",
    step: 1,
  },
  {
    path: "kFrom",
    label: "Smallest K",
    tooltip: "Candidates per pair, its partner among them; doubled up to the largest.",
    control: "powers",
  },
  {
    path: "kTo",
    label: "Largest K",
    tooltip: "Most candidates per pair. A trained critic is trained anew for each K.",
    control: "powers",
    formula: String.raw`\hat I_{\mathrm{InfoNCE}} \le \log K`,
  },
  {
    path: "dimensions",
    label: "Dimensions d",
    tooltip: "Of each of the two vectors.",
    control: "slider",
    step: 1,
    formula: String.raw`I(x; y) = -\tfrac{d}{2} \log(1 - \rho^2)`,
  },
  {
    path: "batches",
    label: "Batches",
    tooltip:
      "How often each cell of the table is measured. Beyond K = 128 there are fewer batches, as they cost more and vary less.",
    control: "stops",
    span: [20, 5000],
    visible: isOracle,
  },
  {
    path: "steps",
    label: "Steps per level",
    tooltip: "Updates of the critic on each step of the staircase.",
    control: "stops",
    span: [50, 10_000],
    visible: isTrained,
  },
  {
    path: "learningRate",
    label: "Learning rate",
    tooltip: "Of Adam.",
    control: "stops",
    span: [1e-5, 0.1],
    visible: isTrained,
  },
  { path: "width", label: "Width", tooltip: "Units of the two hidden layers.", control: "powers", visible: isTrained },
  { path: "seed", label: "Seed", tooltip: "Of the pairs and the initial weights.", control: "number" },
] as const satisfies readonly LabField<"bound">[];

declare module "../../../session/settings/fieldTexts" {
  interface FieldTexts extends RowsTexts<(typeof BOUND_FIELDS)[number], "bound."> {}
}
