import { type Said, say } from "../../i18n/message";
import { texts } from "../report/texts";
import type { LabeledSet, LabeledSets } from "./labeled";

/** Of so many samples one is held out, where the data has no test set of its own. */
export const HELD_OUT_SHARE = 6;
/** Fewest samples of which some can be held out. */
export const FEWEST_SAMPLES = 12;
/** Names of classes that are given as examples. */
const MOST_NAMES = 3;

/** The samples with the labels that evaluation learns from. */
export function knownOf({ bank, train }: LabeledSets): LabeledSet {
  return bank ?? train;
}

/** Where the held-out samples come from. */
export interface HeldOut {
  /** Null where training samples are held out. */
  test: LabeledSet | null;
  split: Said;
  /** A test set by which nothing could be measured. */
  aside: { count: number; why: Said; name: string } | null;
}

/**
 * Decides whether the data's own test set measures what was learned: one without labels, or of other classes, would give accuracies
 * of nothing, or of zero.
 */
export function heldOutOf(sets: LabeledSets): HeldOut {
  const { bank, test, report } = sets;
  const known = knownOf(sets);
  const share = HELD_OUT_SHARE;
  const of = bank ? "bank" : "train";
  if (!test) return { test, split: report?.split ?? say(texts.split.cut, { share, of }), aside: null };
  const { name, count } = test;
  if (known.labels && !test.labels)
    return {
      test: null,
      split: say(texts.split.unlabeled, { name, share, of }),
      aside: { count, name, why: texts.left.unlabeledTest },
    };
  if (!areForeign(known, test)) return { test, split: report?.split ?? texts.split.given, aside: null };
  const [classes, testClasses] = [examplesOf(known), examplesOf(test)];
  return {
    test: null,
    split: say(texts.split.foreign, { name, share, of, classes, testClasses }),
    aside: { count, name, why: texts.left.foreignTest },
  };
}

function areForeign(train: LabeledSet, test: LabeledSet): boolean {
  if (!train.labels || !test.labels) return false;
  const known = new Set(train.labels);
  return !test.labels.some((label) => known.has(label));
}

function examplesOf({ labels, classNames }: LabeledSet): string {
  const names = [...new Set(labels)].sort((a, b) => a - b).map((label) => classNames[label] ?? String(label));
  return names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? ", \u2026" : "");
}
