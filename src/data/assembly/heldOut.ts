import { type Said, say } from "../../i18n/message";
import { texts } from "../report/texts";
import type { LabeledSet, LabeledSets } from "./labeled";

/** Of so many samples one is held out, where the data has no test set of its own. */
export const HELD_OUT_SHARE = 6;
/** Names of classes that are given as examples. */
const MOST_NAMES = 3;

/** Where the held-out samples come from. */
export interface HeldOut {
  /** Null where training samples are held out. */
  test: LabeledSet | null;
  split: Said;
  /** A test set by which nothing could be measured. */
  aside: { count: number; why: Said; name: string } | null;
}

/**
 * Decides whether the data's own test set measures what is trained: one without labels, or of other classes, would give accuracies
 * of nothing, or of zero.
 */
export function heldOutOf({ train, test, report }: LabeledSets): HeldOut {
  const share = HELD_OUT_SHARE;
  if (!test) return { test, split: report?.split ?? say(texts.split.cut, { share }), aside: null };
  const { name, count } = test;
  if (train.labels && !test.labels)
    return {
      test: null,
      split: say(texts.split.unlabeled, { name, share }),
      aside: { count, name, why: texts.left.unlabeledTest },
    };
  if (!areForeign(train, test)) return { test, split: report?.split ?? texts.split.given, aside: null };
  const [classes, testClasses] = [examplesOf(train), examplesOf(test)];
  return {
    test: null,
    split: say(texts.split.foreign, { name, share, classes, testClasses }),
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
