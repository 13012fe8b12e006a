import { defineTexts } from "../../i18n/message";

/** What is wrong with a sweep. */
export const texts = defineTexts("errors.sweep", {
  fixedArms: "every cell has all arms",
  fixedSeeds: "every cell has the same seeds, so that cells can be compared",
  fixedBackend: "the whole sweep runs on one backend",
  fixedData: "kinds of data have settings of their own; run a sweep for each",
  sameAxis: "must be another setting than x.path",
  cannotBe: "cannot be {path}: {reason}",
  noSetting: 'must be a setting of the experiment, such as batchSize, not "{path}"',
  trueOrFalse: "must be true or false",
  equalValues: "must differ from each other",
  noFiles: "cannot be files: a sweep goes on after a reload, when they are gone; give an address, or other data",
  twoArms: "must be at least two, to be compared",
  belowArms: "must be below {arms}, the number of arms",
  sameArm: "must be another arm than armA",
  tooFew:
    "rates.rule: a batch of {batchSize} leaves too few of the {count, plural, one {1 training sample} other {# training samples}} to choose a learning rate by; take a smaller batch, more samples, or fixed rates",
  otherLab: "must be sweep: it is the document of another lab",
  stray: "is of no cell, arm and seed of the document's config",
  otherSweep: "{name} is of another sweep than {other}: {path} is {value}, not {before}.",
  doubled:
    "{one} and {other} have different numbers of the same learner (x {x}, y {y}, arm {arm}, seed {seed}): only one of them can be merged.",
  matched: "matched needs base.optimizer.id sgd: {optimizer} divides a gradient by its own size",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.sweep": typeof texts;
  }
}
