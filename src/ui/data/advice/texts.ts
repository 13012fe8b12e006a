import { defineTexts } from "../../../i18n/message";

/** The way to the lab that answers for one's own images. */
export const texts = defineTexts("data.advice", {
  /** Before the link. */
  haveImages: "Have images?",
  ask: "Will it help me?",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "data.advice": typeof texts;
  }
}
