import { anchorWeightOf, type ObjectiveSettings, objectiveOf } from "../../objectives";
import type { Pairing } from "../../objectives/contrasts";
import type { ViewsSnapshot } from "../events";
import { type Forces, forcesOn } from "./forces";
import { negativesOf } from "./negatives";

/** What a snapshot says of one anchor in one arm: log xi, its weight, its negatives and the forces on it. */

type ArmView = Pick<ViewsSnapshot["arms"][number], "similarity" | "similarityCount" | "temperature">;

/** A view that the anchor is compared with, by its place among the views of the batch. */
interface Negative {
  view: number;
  cosine: number;
  /** Its share of the softmax over the anchor's negatives. */
  share: number;
}

export interface AnchorReading {
  temperature: number;
  logXi: number;
  /** Of the anchor with its own other view. */
  positive: number;
  /** The most similar in front. */
  negatives: Negative[];
  /** How much the objective lets the anchor count, beside FlatNCE; null where log xi alone does not decide. */
  weight: number | null;
  /** Null where there is no weight. Its pushes are in the order of the negatives. */
  forces: Forces | null;
}

/**
 * An anchor of a batch as an arm's loss sees it, at the temperature that the arm has now.
 * @param anchor sample whose first view it is
 */
export function readAnchor(view: ArmView, arm: ObjectiveSettings, anchor: number): AnchorReading {
  const { temperature } = view;
  const { cosine, pairs, positive, rows, logXi, shares } = contrast(view, pairingOf(arm), anchor);
  const negatives = rows
    .map((row, i): Negative => ({ view: row, cosine: cosine(anchor, row), share: shares[i] as number }))
    .sort((a, b) => b.cosine - a.cosine);
  const weight = weightAt(arm, logXi);
  const forces =
    weight === null
      ? null
      : forcesOn({
          cosine,
          anchor,
          positive: anchor + pairs,
          negatives: negatives.map((negative) => negative.view),
          shares: negatives.map(({ share }) => share),
          strength: weight / temperature,
        });
  return { temperature, logXi, positive, negatives, weight, forces };
}

/** Whether the twin outweighs all negatives together: at a high temperature it may be the nearest, and yet not by enough. */
export function hasFoundTwin({ logXi }: Pick<AnchorReading, "logXi">): boolean {
  return logXi < 0;
}

/** log xi of every anchor of the batch as an arm's loss sees them. */
export function logXiOfAnchors(view: ArmView, arm: ObjectiveSettings): number[] {
  const pairing = pairingOf(arm);
  return Array.from({ length: view.similarityCount / 2 }, (_, anchor) => contrast(view, pairing, anchor).logXi);
}

/** An anchor beside its positive and its negatives, the `rows` of the similarities, as its arm sees it. */
function contrast({ similarity, similarityCount, temperature }: ArmView, pairing: Pairing, anchor: number) {
  const pairs = similarityCount / 2;
  const cosine = (a: number, b: number) => similarity[a * similarityCount + b] as number;
  const positive = cosine(anchor, anchor + pairs);
  const rows = negativesOf(pairing, anchor, pairs);
  const { logSum, shares } = softmax(rows.map((row) => (cosine(anchor, row) - positive) / temperature));
  return { cosine, pairs, positive, rows, logXi: logSum, shares };
}

/** A loss that is not one of anchors is looked at over all other views, as its log xi is. */
export function pairingOf(arm: ObjectiveSettings): Pairing {
  const objective = objectiveOf(arm.objective);
  return objective.kind === "anchor" ? objective.pairing : "allViews";
}

function weightAt(arm: ObjectiveSettings, logXi: number): number | null {
  const weight = anchorWeightOf(arm)?.(logXi) ?? Number.NaN;
  return Number.isFinite(weight) ? weight : null;
}

/** Shares that exponents have in the sum of their exponentials, and the logarithm of that sum. */
export function softmax(exponents: number[]): { logSum: number; shares: number[] } {
  const largest = Math.max(...exponents);
  const terms = exponents.map((exponent) => Math.exp(exponent - largest));
  const total = terms.reduce((sum, term) => sum + term, 0);
  return { logSum: largest + Math.log(total), shares: terms.map((term) => term / total) };
}
