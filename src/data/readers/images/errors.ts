import { defineTexts } from "../../../i18n/message";

/** What can be wrong with images and their folders. */
export const texts = defineTexts("errors.images", {
  noImages: "{name} holds no picture that browsers decode.",
  noDecoder: "{name} is an encoded image; only browsers decode them here. Use NPZ or IDX files.",
  tooLarge: "{name} has {size} bytes; images of at most {most} are read.",
  tooManyPixels: "{name} has {width} x {height} pixels; images of at most {most} million are read.",
  undecodable: "{name} cannot be decoded as a picture ({reason}).",
  empty: "{name} is empty.",
  tooManyClasses:
    "By {by, select, folders {their folders} names {their names} other {the table that names them}} the images are of {count} classes; at most {most} are read. Choose what else says the classes, or none (dataset.interpretation.classes: folders, table, names, none).",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.images": typeof texts;
  }
}
