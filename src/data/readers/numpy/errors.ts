import { defineTexts } from "../../../i18n/message";

/** What can be wrong with NumPy's arrays. */
export const texts = defineTexts("errors.numpy", {
  noArray: "{name} is not a NumPy array: it does not begin with \\x93NUMPY.",
  unknownVersion: "{name} is of version {major}.{minor} of the NumPy format; 1.0 to 3.0 are read.",
  headerCutShort: "{name} is cut short: its header would have {size} bytes.",
  noPlainArray: "{name} is not a plain NumPy array: its header reads {header}",
  unknownType: '{name} is of the type "{type}"; integers, booleans, floats and texts are read.',
  wrongAxes: "{name} has the shape ({shape}); arrays of 1 to {most} axes without a 0 are read.",
  tooLarge: "{name} says that its shape is ({shape}), {size} bytes; at most {most} bytes are read.",
  tooManyTexts: "{name} holds {count} texts; at most {most} are read.",
  largeFile: "{name} has {size} bytes; files of at most {most} bytes are read.",
  largeArchive: "{name} would take up {size} bytes once decompressed; at most {most} are read.",
  noBrightness:
    "{name} holds numbers from {low} to {high}; the pixels of images are from 0 to 255, or from 0 to 1 for floats.",
  notFinite:
    "{name}: number {place} of sample {sample} is {value}. Fill it, or leave that sample out, before the array is saved.",
  noLabel:
    "{name} holds the label {label}, of sample {sample}; labels are whole numbers or texts. The array can be left out (dataset.interpretation.columns).",
  noneFits: "{name} holds no samples: it is {why}.",
  noSuchArray: "There is no array {name}. There are: {arrays}.",
  wideRecords: "{name} has records of more than {most} numbers, the most that are read.",
  wrongRole:
    "{name}, of the shape ({shape}), cannot be {role, select, label {the label} split {the split: that is a text for each sample} categories {categories: make it the label} feature {a feature beside others} other {a view: those are numbers in rows}}.",
  unequalArrays:
    "{name} is of {count, plural, one {1 sample} other {# samples}}, {samplesName} of {samplesCount}: they must be of the same.",
  unequalViews:
    "Rows of {name} are {shape} long, those of {other} {otherShape}: two views of the same samples must be equal.",
  unequalParts:
    "Of {name} and {other} one comes with a second view of each sample: training and test samples must be alike.",
  objects:
    "{name} holds Python objects (a pickle), which are not read: save numbers, such as numpy.stack(list(array)), or array.astype(str) for texts.",
  rescaled: "Numbers from {low} to {high} were stretched to brightness from 0 to 255.",
  labels: "Array {name}.",
  samples: "the samples",
  samplesUnlabeled: "samples without labels, by its name",
  isLabels: "one value for each sample",
  left: {
    said: "left out as it was said",
    texts: "of texts",
    noChannels: "of the shape ({shape}), where exactly one of the second and the last axis must be 1, 3 or 4 channels",
    wrongSides: "of {height} x {width} pixels, where sides of {smallest} to {largest} are supported",
    foreign: "of another kind",
    objects: "of Python objects, which are not read: save numbers or texts",
    besideArrays: "of records, beside arrays",
    validation: "for validation",
    noSamples: "without samples beside",
    otherSamples: "of other samples",
    noLabels: "that are no labels",
  },
  tooManyClasses: "{name} holds more than {most} different labels, the most that are read.",
  cutShort: "{name} is cut short: {found} bytes found, the shape ({shape}) takes {expected}.",
  tooLong: "{name} is longer than its header says: {found} bytes found, the shape ({shape}) takes {expected}.",
  nothing: "{name} holds no NumPy array.",
  archive: "The archive",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.numpy": typeof texts;
  }
}
