import { defineTexts } from "../../i18n/message";

/** What is wrong with curves in a link. */
export const texts = defineTexts("errors.linked", {
  version: "is of a version that this page does not know; it knows {known}",
  tooLong: "has {n, number} characters; at most {most, number} are read",
  alphabet: "has characters that cannot be in it; the link was changed on its way",
  cut: "ends too early; the link was cut on its way",
  rest: "goes on after its end; the link was changed on its way",
  damaged: "says what cannot be; the link was changed on its way",
  noMetric: 'is of a metric "{id}", which there is not',
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.linked": typeof texts;
  }
}
