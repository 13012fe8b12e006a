import { defineTexts } from "../../i18n/message";

/** What is wrong with the settings of this lab. */
export const texts = defineTexts("errors.precision", {
  aboveSmallest: "must be above the smallest \u03be",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.precision": typeof texts;
  }
}
