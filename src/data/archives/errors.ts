import { defineTexts } from "../../i18n/message";

/** What can be wrong with a gzip file or a tar archive. */
export const texts = defineTexts("errors.archives", {
  tooLarge: "{name} holds more than {most} bytes once decompressed, the most that are read.",
  incompleteGzip: "{name} is not a complete gzip file: it is damaged or cut short ({reason}).",
  damagedTar: "{name} is damaged: a head of its tar archive does not add up.",
  tooDeep: "archives in archives in archives: unpack them once",
  foreign: "packed as {kind}: unpack it, and bring the folder or a ZIP of it",
  cutShortTar: "{name} is cut short: {path} is not complete.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.archives": typeof texts;
  }
}
