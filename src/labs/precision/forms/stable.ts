import { OBJECTIVES } from "../../../objectives";
import type { AnchorObjective } from "../../../objectives/types";
import { exp, round, softmaxOfContrasts } from "./float32";
import { INFO_NCE } from "./infoNce";
import type { Form } from "./types";

/** InfoNCE from the contrasts alone: all digits at any xi. */
export const stable: Form = {
  label: "Stable InfoNCE",
  paletteIndex: 0,
  objective: OBJECTIVES.infoNce as AnchorObjective,
  exact: INFO_NCE,
  float32(logits) {
    const { logXi: v, weights } = softmaxOfContrasts(logits);
    const u = round(Math.max(v, 0) + round(Math.log1p(exp(-Math.abs(v)))));
    const scale = exp(round(v - u));
    return { value: u, positive: -scale, negatives: weights.map((w) => round(w * scale)) };
  },
};
