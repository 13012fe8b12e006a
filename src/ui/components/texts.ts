import { defineTexts } from "../../i18n/message";

/** What parts of the page say that stand in many places. */
export const texts = defineTexts("components", {
  about: "What {title} means",
  close: "Close",
});

declare module "../../i18n/message" {
  interface TextRooms {
    components: typeof texts;
  }
}
