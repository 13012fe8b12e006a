import type { Said } from "../../../i18n/message";
import type { LabeledSet, LabeledSets } from "../../assembly/labeled";
import { reasonToTrain } from "../../assembly/unlabeled";
import type { Interpretation } from "../../interpretation/schema";
import { Counter } from "../../report/counter";
import type { Tally } from "../../report/report";
import { texts as reportTexts } from "../../report/texts";
import { subset } from "../../split";

/** Samples as arrays give them. */
export interface ReadSet extends LabeledSet {
  /** 1 where a sample has no label; null where none has one. */
  missing: Uint8Array | null;
}

export interface ReadSets {
  train: ReadSet;
  test: ReadSet | null;
  /** Samples of an array of its own that have no labels, and train. */
  unlabeled: ReadSet | null;
}

/**
 * Tells samples that train without labels and those that measure apart.
 *
 * @param part what says that those of `unlabeled` have none; null where there are none
 */
export function takenApart(
  { train, test, unlabeled }: ReadSets,
  part: string | null,
  wish: Interpretation,
): { sets: LabeledSets; samples: Tally; notes: Said[] } {
  const held = test && withLabels(test, 0);
  const bare = withLabels(train, 1);
  const own = bare.count < train.count ? withLabels(train, 0) : bare;
  const labeled = train.count - bare.count;
  const candidates = unlabeled ?? bare;
  const why = reasonToTrain({ part, count: candidates.count, labeled }, wish);
  const first = why ? candidates : own;
  const kept = { train: first, bank: why && { ...own, reason: why }, test: held && held.count > 0 ? held : null };
  const found = [train, test, unlabeled].reduce((sum, set) => sum + (set?.count ?? 0), 0);
  const taken = [kept.train, kept.bank, kept.test].reduce((sum, set) => sum + (set?.count ?? 0), 0);
  const counter = new Counter(train.kind === "images" ? "images" : "rows").take(taken);
  const isLeft = found > taken;
  return {
    sets: kept,
    samples: counter.leave(reportTexts.left.noClass, [], found - taken).tally,
    notes: isLeft ? [reportTexts.unlabeledLeft] : [],
  };
}

/** Those samples that lack a label, or those that do not. */
function withLabels({ missing, ...set }: ReadSet, lacking: 0 | 1): LabeledSet {
  const places = missing ?? new Uint8Array(set.count);
  const indices = Int32Array.from(places.keys()).filter((place) => places[place] === lacking);
  const chosen = indices.length === set.count ? set : { ...set, ...subset(set, indices) };
  return lacking ? { ...chosen, labels: null } : chosen;
}
