import { defineTexts } from "../../i18n/message";

/** What the choice of a language says. */
export const texts = defineTexts("language", { language: "Language" });

declare module "../../i18n/message" {
  interface TextRooms {
    language: typeof texts;
  }
}
