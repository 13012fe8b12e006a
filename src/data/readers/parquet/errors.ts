import { defineTexts } from "../../../i18n/message";

/** What can be wrong with a Parquet file, here or on a server. */
export const texts = defineTexts("errors.parquet", {
  noRows: "{name} holds no rows.",
  tooWide: "{name} has more than {most} columns, the most that are read.",
  onlyPaths:
    "{name} holds the paths of its images, such as {path}, and not the images: bring the folder of images, or save the data set with its images embedded.",
  firstOfList: "Column {column} holds lists of images: the first of each is taken.",
  noLabel: "without a label, where others have one",
  wrongStart: '{url} is no Parquet file: it begins with "{start}".',
  longStretch: "{url}: at most {most} bytes are fetched at a time.",
  noStretch: "{url}: the server did not send bytes {start} to {end}, as it was asked to.",
  wrongLabel: '{name} has the label {label} in its column "{column}"; below {most} are read.',
  noImages: '{name} has no column of encoded images (a struct with a field "bytes"), as {other} has.',
  wrongFooter: "{name} is no Parquet file, or is cut short: its description would have {size} bytes.",
  largeGroups: "{name} has row groups of {size} bytes; at most {most} are held at a time.",
  tooManyRows: "{name} says that it has {rows} rows; files of at most {most} are read.",
  damaged: "{name} cannot be read as Parquet ({reason}).",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.parquet": typeof texts;
  }
}
