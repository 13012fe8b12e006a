import { defineTexts } from "../../i18n/message";

/** What is said where something would have changed what is locked. */
export const texts = defineTexts("errors.locks", {
  locked: "{names}: whoever made this page or link wants it to stay as it is.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.locks": typeof texts;
  }
}
