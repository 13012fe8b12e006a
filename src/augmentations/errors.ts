import { defineTexts } from "../i18n/message";

/** What is wrong with fields of an augmentation together. */
export const texts = defineTexts("errors.augmentations", {
  crop: "must be at least augmentation.minScale ({limit}), the smallest share of the area that a crop keeps",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.augmentations": typeof texts;
  }
}
