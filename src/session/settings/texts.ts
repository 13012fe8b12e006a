import { defineTexts } from "../../i18n/message";

/** What is said of settings wherever they are named, beside the words of the fields (sections/). */
export const texts = defineTexts("settingWords", {
  arms: "Arms",
  /** In the place of a value that there is none of. */
  notSet: "not set",
  /** What a learning rate comes to; arms may have others. */
  rateAtBatch: "At batch {batch} the learning rate is {rate}.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    settingWords: typeof texts;
  }
}
