import { defineTexts } from "../../../i18n/message";

/** What can be wrong with NumPy's arrays. */
export const texts = defineTexts("errors.numpy", {
  noArray: "{name} is not a NumPy array: it does not begin with \\x93NUMPY.",
  unknownVersion: "{name} is of version {major}.{minor} of the NumPy format; 1.0 to 3.0 are read.",
  headerCutShort: "{name} is cut short: its header would have {size} bytes.",
  noPlainArray: "{name} is not a plain NumPy array: its header reads {header}",
  unknownType: '{name} holds numbers of type "{type}"; integers, booleans, float32 and float64 are read.',
  wrongAxes: "{name} has the shape ({shape}); arrays of 1 to {most} axes without a 0 are read.",
  tooLarge: "{name} says that its shape is ({shape}), {size} bytes; at most {most} bytes are read.",
  largeFile: "{name} has {size} bytes; files of at most {most} bytes are read.",
  largeArchive: "{name} would take up {size} bytes once decompressed; at most {most} are read.",
  wrongSides: "{name} holds images of {height} x {width} pixels; sides of {smallest} to {largest} are supported.",
  noChannels:
    "{name} has the shape ({shape}); of four axes, either the last or the second must be the channels: 1, 3 or 4 of them.",
  noBrightness:
    "{name} holds numbers from {low} to {high}; the pixels of images are from 0 to 255, or from 0 to 1 for floats.",
  notFinite: "{name}: number {place} of sample {sample} is not finite.",
  noLabel: "{name} holds the label {label}; labels are whole numbers.",
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
