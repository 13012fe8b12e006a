import { defineTexts } from "../../../i18n/message";

/** What can be wrong with IDX files. */
export const texts = defineTexts("errors.idx", {
  empty: "{name} is empty.",
  noHeader: "{name} holds only {size} bytes, too few for an IDX header.",
  nothing: "{name} says that it holds 0 {kind, select, labels {labels} other {images}}; at least 1 is needed.",
  tooMany:
    "{name} says that it holds {count} {kind, select, labels {labels} other {images}}, {size} bytes; at most {most} bytes are read.",
  headerCutShort: "{name} is cut short: {found} bytes found, the header of an image file has {expected}.",
  wrongSides:
    "{name} says that its images are {height} x {width} pixels; sides of {smallest} to {largest} are supported.",
  noChannels: "{name} has axes of {axes}: one of the outer two must be the channels, 1, 3 or 4.",
  /** For the report. */
  turned: "Rows and columns were exchanged: EMNIST’s images lie on their side in their files.",
  noFile: "No file was picked.",
  tooManyFiles:
    "{count} files were picked; at most {most} belong to a data set: images and labels, for training and for testing.",
  tooLarge: "{name} has {size} bytes; files of at most {most} bytes are read.",
  overlong: "{name} holds more bytes, once decompressed, than the {promised} that its header promises.",
  otherKind: "{name} is an IDX file of another kind (magic number {found}): only unsigned bytes are read.",
  noIdx:
    "{name} is not an IDX file: it begins with {found}, expected 0x00000803 (images), 0x00000804 (in colour) or 0x00000801 (labels).",
  cutShort:
    "{name} is cut short: {found} bytes found, {count} {kind, select, labels {labels} other {images}} take {expected}.",
  tooLong:
    "{name} is longer than its header says: {found} bytes found, {count} {kind, select, labels {labels} other {images}} take {expected}.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.idx": typeof texts;
  }
}
