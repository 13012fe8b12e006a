import type { LabField } from "../../../ui/labs/LabControls";

/** The settings of the precision lab. */
export const PRECISION_FIELDS: readonly LabField<"precision">[] = [
  { path: "measure", control: "choice" },
  {
    path: "xiFrom",
    control: "stops",
    span: [1e-14, 1e-2],
    formula: String.raw`\xi_i = \sum_{n} e^{s_{in} - s_{ip}}`,
  },
  { path: "xiTo", control: "stops", span: [1e-1, 100] },
  { path: "stepsPerDecade", control: "slider", step: 1, span: [1, 10] },
  { path: "seed", control: "number" },
];
