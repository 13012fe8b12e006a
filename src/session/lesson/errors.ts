import { defineTexts } from "../../i18n/message";

/** What is wrong with the lesson of an address. */
export const texts = defineTexts("errors.lesson", {
  version: "the lesson is of version {version}, which is not known here: what is known of it is shown",
  tooLong: "has {n, number} characters; the first {limit, number} are shown",
  zoom: "must be two numbers, the first below the second, as in 0,400",
  predict: "must be between:metric:arm:arm or growth:metric:arm, with arms by their places from 0 to {last}",
  noMetric: 'there is no metric "{id}"',
  sameArm: "must be of two different arms",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.lesson": typeof texts;
  }
}
