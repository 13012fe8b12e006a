import type { AnchorObjective, EmbeddingObjective, LabelObjective, PairObjective } from "./types";

/** An objective as its file writes it: what most do not need may be left out. */
type Written<T, Optional extends keyof T> = Omit<T, "kind" | Optional> & Partial<Pick<T, Optional>>;
type Usual = "options" | "learned" | "memory" | "smallestBatch" | "group" | "paletteIndex" | "phi";

/** A loss of each anchor; unless said, over all other views, of cosine / temperature. */
export function anchorObjective<const I extends string, const O extends string = never>(
  written: Written<AnchorObjective<I, O>, Usual | "pairing" | "similarity">,
): AnchorObjective<I, O> {
  return { kind: "anchor", pairing: "allViews", similarity: "logit", ...usual<O>(), ...written };
}

/** A loss of the similarities between first and second views; unless said, of cosine / temperature. */
export function pairObjective<const I extends string, const O extends string = never>(
  written: Written<PairObjective<I, O>, Usual | "similarity">,
): PairObjective<I, O> {
  return { kind: "pairs", similarity: "logit", ...usual<O>(), ...written };
}

/** A loss of the embeddings themselves. */
export function embeddingObjective<const I extends string, const O extends string = never>(
  written: Written<EmbeddingObjective<I, O>, Usual>,
): EmbeddingObjective<I, O> {
  return { kind: "embeddings", ...usual<O>(), ...written };
}

/** A loss of class scores and labels. */
export function labelObjective<const I extends string, const O extends string = never>(
  written: Written<LabelObjective<I, O>, Usual>,
): LabelObjective<I, O> {
  return { kind: "labels", ...usual<O>(), ...written };
}

function usual<O extends string>() {
  return {
    options: {} as Record<O, never>,
    learned: 0,
    memory: null,
    smallestBatch: null,
    group: null,
    paletteIndex: null,
    phi: null,
  };
}
