import type { Tensor } from "@tensorflow/tfjs";

/** A batch's scores as the losses need them. */
interface Parts {
  /** f_ij, [K, K]. */
  all: Tensor;
  /** f_ii, [K, 1]. */
  pairs: Tensor;
  /** f_ij, hugely negative on the diagonal. */
  others: Tensor;
  /** log sum_{j != i} e^{f_ij - f_ii}, [K, 1]. */
  v: Tensor;
  /** K - 1. */
  count: number;
}

/** What a critic is trained by. */
interface Described {
  label: string;
  /** What f exceeds the log ratio by at the objective's optimum. */
  shift: number;
}

interface WithoutDual extends Described {
  hasDual: false;
  /** What is minimized, as a mean over the pairs: [K, 1], or [K, K] where it is all the same. */
  loss(parts: Parts): Tensor;
}

interface WithDual extends Described {
  hasDual: true;
  /** @param u the dual of every pair, [K, 1], which is trained as well */
  loss(parts: Parts, u: Tensor): Tensor;
}

type CriticObjective = WithoutDual | WithDual;

/** Gives an entry its type, without its knowing its id. */
const objective = (entry: CriticObjective): CriticObjective => entry;

/** The bounds of estimators.ts with their sign changed. */
export const CRITIC_OBJECTIVES = {
  infoNce: objective({
    label: "InfoNCE",
    shift: 0,
    hasDual: false,
    loss: ({ all, pairs }) => all.logSumExp(1, true).sub(pairs),
  }),
  /** Stands for its gradient: that of v (arXiv 2107.01152, section 3). */
  flatNce: objective({ label: "FlatNCE", shift: 0, hasDual: false, loss: ({ v }) => v }),
  flo: objective({
    label: "FLO",
    shift: 0,
    hasDual: true,
    loss: ({ v, count }, u) => u.add(v.sub(u).exp().div(count)),
  }),
  nwj: objective({
    label: "NWJ",
    shift: 1,
    hasDual: false,
    loss: ({ others, pairs, count }) => others.sub(1).exp().sum(1, true).div(count).sub(pairs),
  }),
  dv: objective({
    label: "DV",
    shift: 0,
    hasDual: false,
    loss: ({ others, pairs, count }) =>
      others
        .logSumExp()
        .sub(Math.log(count * (count + 1)))
        .sub(pairs),
  }),
  /** arXiv 1606.00709, table 6. */
  jsd: objective({
    label: "JSD / SMILE",
    shift: 0,
    hasDual: false,
    loss: ({ others, pairs, count }) => pairs.neg().softplus().add(others.softplus().sum(1, true).div(count)),
  }),
};

export type CriticObjectiveId = keyof typeof CRITIC_OBJECTIVES;
export const CRITIC_OBJECTIVE_IDS = Object.keys(CRITIC_OBJECTIVES) as CriticObjectiveId[];
