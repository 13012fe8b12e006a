import { defineTexts } from "../../i18n/message";

/** What is wrong with what a config says of tables and arrays. */
export const texts = defineTexts("errors.interpretation", {
  namesTooLong: "has names of more than 100,000 letters in all, which no link could carry: say it of fewer columns",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.interpretation": typeof texts;
  }
}
