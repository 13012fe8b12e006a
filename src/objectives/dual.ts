import type { Tensor } from "@tensorflow/tfjs";
import { f32 } from "../engine/wgsl/numbers";
import { anchorObjective } from "./define";
import { dualRows, dualWgsl } from "./parts/dual";
import { softplus } from "./parts/softplus";

/** log(c + \u03be), the slider between FlatNCE (c = 0) and InfoNCE (c = 1): InfoNCE with a margin of log c on the positive. */
export const dual = anchorObjective({
  id: "dual",
  label: "Dual family",
  formula: String.raw`\log(c + \xi_i)`,
  summary:
    "A family of losses with InfoNCE at one end and FlatNCE at the other. c = 1 is InfoNCE, c = 0 FlatNCE; an anchor fades once \u03be falls below c.",
  source: "FlatNCE, arXiv 2107.01152, section 3, with u = log(c + xi)",
  group: { id: "subject", place: 40 },
  options: {
    c: {
      label: "c",
      summary: "Where between the two losses this one lies. 1 is InfoNCE, 0 is FlatNCE (its value is then log \u03be).",
      default: 0.1,
      minimum: 0,
      maximum: 1,
    },
  },
  rows: (contrasts, { options: { c } }) => {
    const u = logPlus(contrasts.logXi, c);
    return { value: u, ...dualRows(contrasts, u) };
  },
  wgsl: ({ options: { c } }) =>
    c === 0 ? dualWgsl("v", "u") : dualWgsl(`softplus(v - ${f32(Math.log(c))}) + ${f32(Math.log(c))}`, "u"),
  anchorWeight: (logXi, { options: { c } }) => 1 / (1 + c * Math.exp(-logXi)),
});

/** log(c + e^v) = softplus(v - log c) + log c. */
function logPlus(v: Tensor, c: number): Tensor {
  return c === 0 ? v : softplus(v.sub(Math.log(c))).add(Math.log(c));
}
