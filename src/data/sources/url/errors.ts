import { defineTexts } from "../../../i18n/message";

/** What can be wrong with an address. */
export const texts = defineTexts("errors.url", {
  missing: "There is no address to fetch data from: enter one, beginning with https://.",
  notAllowed: '"{url}" is no address of data: it must begin with https:// (or http://localhost).',
  mustBegin: "must begin with https:// (or http://localhost)",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.url": typeof texts;
  }
}
