import { type Said, say } from "../../i18n/message";
import type { Interpretation } from "../interpretation/schema";
import { texts } from "../report/texts";
import { FEWEST_SAMPLES, HELD_OUT_SHARE } from "./heldOut";
import type { LabeledSets } from "./labeled";

/** What is known of samples without labels that lie beside labeled ones. */
interface UnlabeledSamples {
  /** The name of a part of the data that says that it has no labels; null where none says it. */
  part: string | null;
  count: number;
  labeled: number;
}

/**
 * Why samples without labels train, and the labeled ones measure; null where they are left out. As it was said, else those of
 * a part that is called so, and those that are the larger part: few among many are rather slips.
 */
export function reasonToTrain(
  { part, count, labeled }: UnlabeledSamples,
  { unlabeled }: Interpretation = {},
): Said | null {
  if (count === 0 || labeled === 0 || unlabeled === "leaveOut") return null;
  if (unlabeled === "train") return texts.unlabeled.said;
  if (part !== null) return say(texts.unlabeled.part, { part });
  return count > labeled ? texts.unlabeled.most : null;
}

/**
 * Where nothing that trains has labels and the test set has some, evaluation learns from a part of that and holds out the rest:
 * there is nothing else to learn from.
 */
export function withBankOfTest(sets: LabeledSets, { unlabeled }: Interpretation = {}): LabeledSets {
  const { train, bank, test, report } = sets;
  if (bank || train.labels || !test?.labels || test.count < FEWEST_SAMPLES || unlabeled === "leaveOut") return sets;
  const split = say(texts.split.ofTest, { name: test.name, share: HELD_OUT_SHARE });
  const reason = unlabeled === "train" ? texts.unlabeled.said : texts.unlabeled.training;
  return { train, bank: { ...test, reason }, test: null, report: { ...report, split } };
}
