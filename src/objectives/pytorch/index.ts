import type { ObjectiveId } from "..";
import { parsePhi } from "../phi";
import {
  custom,
  dcl,
  dclw,
  debiased,
  dual,
  flatNce,
  flo,
  hardNegative,
  infoNce,
  infoNceCe,
  sogClr,
  supervised,
  triplet,
  xi,
} from "./dualFamily";
import { PYTHON } from "./phi";
import type { PyTorchLoss, SameFormula } from "./types";
import { alignUniform, barlowTwins, dv, jsd, nwj, sigLip, smile, spectral, vicReg } from "./withoutAnchors";

export { HELPERS } from "./helpers";
export type { PyTorchLoss } from "./types";

/**
 * Every objective in PyTorch, beside its other forms. It is no part of the objectives' own files, so that the page, which reads
 * those first, does without it until something is exported.
 */
const LOSSES: Readonly<Record<ObjectiveId, PyTorchLoss | SameFormula<ObjectiveId>>> = {
  infoNce,
  infoNceCe,
  flatNce,
  dual,
  xi,
  infoNceOneWay: { sameAs: "infoNce" },
  flatNceOneWay: { sameAs: "flatNce" },
  clip: { sameAs: "infoNce" },
  dcl,
  dclw,
  sogClr,
  flo,
  sigLip,
  barlowTwins,
  vicReg,
  alignUniform,
  debiased,
  hardNegative,
  triplet,
  nPair: { sameAs: "infoNce" },
  nwj,
  dv,
  jsd,
  smile,
  dhel: { sameAs: "dcl" },
  spectral,
  custom,
  supervised,
};

/** The objective whose function in Python is this one's too: itself, unless it says another. */
export function formulaOf(id: ObjectiveId): ObjectiveId {
  const loss = LOSSES[id];
  return "sameAs" in loss ? loss.sameAs : id;
}

/**
 * An objective's loss in PyTorch.
 * @param phi the function of v, of an objective that takes one
 */
export function pytorchLoss(id: ObjectiveId, phi: string): PyTorchLoss {
  const loss = LOSSES[formulaOf(id)];
  if ("sameAs" in loss) throw new Error(`${id} has the formula of ${loss.sameAs}, which has another's.`);
  return id === "custom" ? { ...loss, body: phiBody(phi) } : loss;
}

function phiBody(text: string): string {
  const result = parsePhi(text);
  if (!result.ok) throw new Error(result.message);
  return `v = log_xi(positive, negatives)\nreturn ${result.phi.in(PYTHON)}.mean()`;
}
