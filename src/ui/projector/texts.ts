import { defineTexts } from "../../i18n/message";

/** What projector mode says. */
export const texts = defineTexts("projector", {
  place: "{at} / {of}",
  described: "Scene {at} of {of}. Page Down goes on, Page Up back, B blanks the screen.",
  first: "{of} scenes. Page Down shows the first one.",
  blank: "The screen is blank. B or Page Down shows it again.",
});

declare module "../../i18n/message" {
  interface TextRooms {
    projector: typeof texts;
  }
}
