import { OBJECTIVES } from "../../../objectives";
import type { AnchorObjective } from "../../../objectives/types";
import { softmaxOfContrasts } from "./float32";
import type { Form } from "./types";

/** FlatNCE: its value is 1 by construction, its gradient that of log xi. */
export const flatNce: Form = {
  label: "FlatNCE",
  paletteIndex: 1,
  objective: OBJECTIVES.flatNce as AnchorObjective,
  exact: { value: () => Number.NaN, divisor: (xi) => xi },
  float32: (logits) => ({ value: 1, positive: -1, negatives: softmaxOfContrasts(logits).weights }),
};
