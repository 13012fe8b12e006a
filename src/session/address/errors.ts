import { defineTexts } from "../../i18n/message";

/** What is wrong with an address. */
export const texts = defineTexts("errors.address", {
  /** Before a list of those that could not be read. */
  fields: "{n, plural, one {1 field} other {# fields}} in all:",
  tooMany: "the address has {n, number} fields, of which the first {most, number} are read",
  tooLong: "is longer than {most, number} characters, and is not read",
  noLab: 'there is no lab "{id}"; allowed are {allowed}',
  oneOf: "must be one of {allowed}",
  whole: "must be a whole number from {low} to {high}",
  number: "must be a number from {low} to {high}",
  trueOrFalse: "must be true or false",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.address": typeof texts;
  }
}
