import { defineTexts } from "../../i18n/message";

/** Why files make up no data set, or none that fits. */
export const texts = defineTexts("errors.assembly", {
  tooFew:
    "{name} holds {kind, select, images {{count, plural, one {1 image} other {# images}}} other {{count, plural, one {1 sample} other {# samples}}}}; to hold some out, at least {fewest} are needed.",
  noRoom:
    "{name}: {count, plural, one {1 sample of {shape} takes} other {# samples of {shape} take}} up {megabytes} MB, at most {most} are held. Choose fewer samples or a smaller side.",
  labelsOnly: "{names} holds labels only: pick the file of the images that they belong to as well.",
  tooManySets:
    "{count} {kind, select, features {sample} other {image}} files were picked ({names}): at most two, training and test, are read.",
  clash:
    "{names} and {name} do not go together: one label file per {kind, select, features {sample} other {image}} file is read.",
  whichIsWhich:
    '{names} both hold {kind, select, features {samples} other {images}}: to tell them apart, one name must contain "train" and the other "t10k" or "test".',
  whoseLabels: '{name} holds labels, of which images? Its name must contain "train", or "t10k" or "test".',
  labelsTwice: "{names} both hold labels of the same images: pick one.",
  unequalCounts:
    "{name} holds {count, plural, one {1 label} other {# labels}}, {samplesName} holds {kind, select, features {{samplesCount, plural, one {1 sample} other {# samples}}} other {{samplesCount, plural, one {1 image} other {# images}}}}: the numbers must be equal.",
  unequalShapes:
    "{name} holds {kind, select, features {samples} other {images}} of {shape} {kind, select, features {numbers} other {pixels}}, {otherName} of {otherShape}: they must be equal.",
  and: "{first} and {other}",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.assembly": typeof texts;
  }
}
