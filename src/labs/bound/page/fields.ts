import type { LabField } from "../../../ui/labs/LabControls";

type Visible = NonNullable<LabField<"bound">["visible"]>;

const isTrained: Visible = ({ critic }) => critic !== "oracle";
const isOracle: Visible = ({ critic }) => critic === "oracle";
const isBounded: Visible = (config) => isTrained(config) && config.bounded;

/** The settings of the bound lab. */
export const BOUND_FIELDS: readonly LabField<"bound">[] = [
  { path: "critic", control: "choice" },
  { path: "objective", control: "choice", visible: isTrained },
  { path: "bounded", control: "switch", visible: isTrained },
  { path: "temperature", control: "stops", visible: isBounded },
  { path: "statistic", control: "choice" },
  { path: "miFrom", control: "slider", step: 0.5, span: [0.5, 12] },
  { path: "miTo", control: "slider", step: 0.5, span: [0.5, 12] },
  { path: "levels", control: "slider", step: 1 },
  { path: "kFrom", control: "powers" },
  { path: "kTo", control: "powers", formula: String.raw`\hat I_{\mathrm{InfoNCE}} \le \log K` },
  {
    path: "dimensions",
    control: "slider",
    step: 1,
    formula: String.raw`I(x; y) = -\tfrac{d}{2} \log(1 - \rho^2)`,
  },
  { path: "batches", control: "stops", span: [20, 5000], visible: isOracle },
  { path: "steps", control: "stops", span: [50, 10_000], visible: isTrained },
  { path: "learningRate", control: "stops", span: [1e-5, 0.1], visible: isTrained },
  { path: "width", control: "powers", visible: isTrained },
  { path: "seed", control: "number" },
];
