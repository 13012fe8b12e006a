import { defineTexts } from "../../i18n/message";

/** What is wrong with the settings of this lab. */
export const texts = defineTexts("errors.bound", {
  belowSmallest: "must not be below the smallest",
  tooLarge:
    "A joint critic of K = {k} candidates needs {needed} in one piece, but this device holds at most {held}. Take a smaller K, a smaller width, or a separable critic.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.bound": typeof texts;
  }
}
