import { defineTexts } from "../../i18n/message";

/** What is said of what became of a user's data. */
export const texts = defineTexts("data.report", {
  title: "What was read",
  counted:
    "{of, select, files {{found, plural, one {1 file} other {# files}}} arrays {{found, plural, one {1 array} other {# arrays}}} columns {{found, plural, one {1 column} other {# columns}}} images {{found, plural, one {1 image} other {# images}}} other {{found, plural, one {1 row} other {# rows}}}}: {taken, number} taken{left, plural, =0 {} other {, # left out}}.",
  leftOut: "{count, number} {why}",
  leftOutNamed: "{count, number} {why}: {names}",
  labelsFrom: "Labels",
  bankFrom: "Measured with",
  splitFrom: "Held out",
  suspicious: "Worth a look",
  /** Beside the settings. */
  someLeft: "Some of it was left out; what and why, the look at the data says.",
  /** Why things were left out, after their count. */
  left: {
    notNeeded: "more than the settings ask for",
    unlabeledTest: "of a test set without labels",
    foreignTest: "of a test set that shares no class with the training set",
    accompanying: "that systems and publishers put beside data",
    unknownFormat: "of no known format ({ending})",
    noEnding: "of no known format",
    otherFormat: "of another format than the rest ({format})",
    otherPictures: "pictures that no browser decodes ({ending}): save them as PNG",
    undecodable: "that cannot be decoded as pictures",
    namesNoImages: "that name no image",
    noClassesNamed: "that name pictures, and hold no column of classes",
    knownAnyway: "that name pictures of which all is known without them",
    submission: "to be filled in and handed in",
    objects: "about objects in pictures, which say no class of a picture",
    beside: "about one picture each, such as boxes or captions, of which no class is read",
    xml: "in XML, such as boxes around objects, of which no class is read",
    tooLarge: "too large for a table of classes",
    unreadable: "damaged, or not to be read",
    empty: "empty",
    noClass: "without a class, where others have one",
    unlabeledPart: "of a part without labels ({part})",
    otherPart: "of a validation part, beside a test part",
    same: "the same as another one",
    others: "for other reasons",
  },
  /** After the first notes. */
  moreNotes: "{count, plural, one {1 more note} other {# more notes}} of this kind.",
  labels: {
    none: "There are none: accuracies cannot be measured.",
    one: "All samples are of one class, which tells nothing apart: they count as unlabelled.",
    given: "As the files give them.",
    folders: "By the folders of the images.",
    names: "By the names of the files: {name} is of the class {label}.",
    unwanted: "There are none, as it was said: accuracies cannot be measured.",
    table: "By the table {table}, which names the images.",
    foldersAndTable: "By the folders of the images, and by the table {table}, which names others.",
  },
  bank: "{bank, plural, one {1 labelled sample} other {# labelled samples}}, which kNN and the linear probe learn from; {train, plural, one {1 sample} other {# samples}} without labels {train, plural, one {trains} other {train}} ({reason}).",
  /** Why samples without labels train. */
  unlabeled: {
    part: "of a part of that name, {part}",
    training: "no training sample has one",
    most: "the larger part of the data",
    said: "as it was said",
  },
  /** Where they are left out instead. */
  unlabeledLeft:
    "Samples without labels can train, and the labelled ones measure: dataset.interpretation.unlabeled = train.",
  split: {
    given: "A test set of the data's own.",
    folder: "By the name of the folder: {part}.",
    table: "By a table that names the images: {part}.",
    ofTest:
      "Of the labelled samples of {name}, the only ones, one in {share} is held out, by chance and in the proportions of the classes.",
    cut: "The data has no test set: one in {share} {of, select, bank {labelled samples} other {samples}} was held out, by chance and in the proportions of the classes.",
    unlabeled:
      "The test set {name} has no labels and was put aside: one in {share} of the {of, select, bank {labelled} other {training}} samples was held out instead.",
    foreign:
      "The test set {name} shares no class with the training set ({testClasses} against {classes}) and was put aside: one in {share} of the {of, select, bank {labelled} other {training}} samples was held out instead.",
  },
  suspicions: {
    hardlyVaries: "The pixels hardly vary: all lie between {low} and {high} of 255, for all but one in a thousand.",
    alike:
      "{equal, number} of {count, plural, one {the 1 sample} other {the # samples}} looked at are equal to another one: views of equal samples count as each other's negatives.",
    noTraining:
      "{count, plural, one {This class has} other {# classes have}} no {of, select, bank {labelled sample to learn from} other {training sample}}: {names}.",
    single:
      "{count, plural, one {This class has} other {# classes have}} a single {of, select, bank {labelled sample to learn from} other {training sample}}: {names}.",
    fewForBatch:
      "A batch takes {batchSize} of {count, plural, one {1 training sample} other {# training samples}}: an epoch is one batch, and two batches have about {share, number, percent} of their samples in common. Gradient variance and noise, measured between batches, are smaller than on more data.",
    longQueue:
      "The queue has {size, number} keys, and there are {count, plural, one {1 training sample} other {# training samples}}: it holds keys of most of them, and over an epoch more than half of the anchors meet one of their own sample among their negatives.",
    testUnlabeled: "The held-out samples have no labels: accuracies cannot be measured.",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    "data.report": typeof texts;
  }
}
