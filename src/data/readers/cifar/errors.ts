import { defineTexts } from "../../../i18n/message";

/** What can be wrong with CIFAR's files. */
export const texts = defineTexts("errors.cifar", {
  mixed: "{path} belongs to {title}, the files before it to {otherTitle}.",
  noBatch: "{name} holds no CIFAR batch (a file with the ending .bin).",
  cutShort: "{path} is cut short: it ends in record {record}.",
  wrongLabel: "{path} is no {title} file: record {record} has the label {label}, at most {most} is possible.",
  largePickle: "{name} has {size} bytes; at most {most} are read.",
  noPythonBatch: "{name} holds no CIFAR batch: a dictionary of data and labels.",
  wrongPlanes:
    "{name} holds {count, plural, one {1 label} other {# labels}} and {size} bytes of images; {expected} would belong to them.",
  noLabel: "{name} has a label that is no number of a class, that of image {record}.",
  foreign: "{name} belongs to no CIFAR data set: pick its .bin files.",
  wrongSize:
    "{name} is no CIFAR file: its {size} bytes are no multiple of {recordOf10} (a record of CIFAR-10) or {recordOf100} (CIFAR-100).",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.cifar": typeof texts;
  }
}
