import { defineTexts } from "../../i18n/message";

/** What is wrong with the panels and controls that an address names. */
export const texts = defineTexts("errors.panels", {
  noPanel: 'there is no panel "{name}", which is left out; there are {allowed}',
  noControl: 'there is no control "{name}", which is left out; there are {allowed}, and the paths of settings',
  nothing: "names nothing",
});

declare module "../../i18n/message" {
  interface TextRooms {
    "errors.panels": typeof texts;
  }
}
