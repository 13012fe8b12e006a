import { defineTexts } from "../../../i18n/message";

/** What can be wrong with STL-10's files. */
export const texts = defineTexts("errors.stl10", {
  wrongSize: "{name} is no file of STL-10: its {size} bytes are no multiple of the {record} of an image.",
  tooLarge: "{name} has {size} bytes; at most {most} are read.",
  wrongLabel: "{name} has the label {label}; those of STL-10 are 1 to {most}.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "errors.stl10": typeof texts;
  }
}
