import { defineTexts } from "../../i18n/message";

/** What is wrong with a text that is to be JSON. */
export const texts = defineTexts("errors.configText", {
  value: "a value is expected here",
  name: "a name in double quotes is expected here",
  colon: "a colon is expected here",
  nextInObject: "a comma or } is expected here",
  nextInList: "a comma or ] is expected here",
  comma: "nothing follows this comma; JSON has none before a closing bracket",
  quotes: "JSON's texts stand in double quotes",
  text: "this text does not end on its line, or has a character that JSON writes as an escape",
  number: "this is no number of JSON's",
  end: "nothing may follow the end",
  deep: "this is nested too deeply",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.configText": typeof texts;
  }
}
